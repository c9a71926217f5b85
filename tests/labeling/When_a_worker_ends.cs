using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting.Facts;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Tests.Fixtures;
using DialInsight.ScriptedModel;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Labeling.Tests;

public sealed class When_a_worker_ends
{
    /// <summary>What an attempt whose answer is repaired writes: the claim, a purchase and an answer, both once more, and what came of it.</summary>
    private const int WritesOfALife = 6;

    /// <summary>As if on a broker, which is away: so there may be other workers.</summary>
    private static readonly string[] s_several = ["--Bus:Transport=RabbitMQ", "--Bus:Uri=amqp://127.0.0.1:1/", "--Host:ShutdownSeconds=1"];

    private static readonly ScriptRule[] s_wrongAtFirst =
    [
        new ScriptRule { Do = ScriptedBehaviour.Answer, Matches = "does not meet the requirements" },
        new ScriptRule { Do = ScriptedBehaviour.AnswerWrongChoices },
    ];

    public static TheoryData<int, bool> Deaths => [.. from write in Enumerable.Range(1, WritesOfALife) from isMade in (bool[])[false, true] select (write, isMade)];

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Should_be_ended_by_the_next_process_at_whichever_write_the_first_one_died(int write, bool isMade)
    {
        await using LabelingHost first = await LabelingHost.StartAsync(s_wrongAtFirst, services => MortalStores.Replace(services, write, isMade), "--Host:ShutdownSeconds=1");
        LabelRequested request = Some.Request();
        await first.PublishAsync(request);
        await LabelingHost.UntilAsync(() => first.Get<MortalStores>().AreDead, "the first process dies");
        await first.EndAsync();

        await using LabelingHost second = await first.BesideAsync();
        await second.BusIsUpAsync();
        await second.PublishAsync(request);
        await LabelingHost.UntilAsync(() => !second.Told.Labels.IsEmpty, "the label");

        Assert.Empty(first.Told.Labels);
        Assert.Empty(second.Told.Failures);
        Assert.True(second.Told.Label.Repaired);
        // Both calls are told with the label, whoever paid them; one that was under way at the death may have been made twice, and is paid twice then.
        Assert.Equal(2, second.Told.Label.Spend.Sum(spend => spend.Calls));
        Assert.InRange(second.Model.Ledger.Count, 2, 3);
        long paid = (await second.GetAsync("/spend?run=run")).EnumerateArray().Sum(row => row.GetProperty("calls").GetInt64());
        Assert.InRange(paid, 2, second.Model.Ledger.Count);
    }

    [Fact]
    public async Task Should_let_another_worker_take_what_broke_off_in_one_that_is_alive()
    {
        await using LabelingHost first = await StartSeveralAsync([new ScriptRule { Do = ScriptedBehaviour.Hang, Until = 1 }]);
        await using LabelingHost second = await first.BesideAsync(AtUsualSpeed, s_several);
        LabelAssignment assignment = Some.Assignment();
        using var broken = new CancellationTokenSource();
        Task breaking = first.Get<LabelWork>().DoAsync(assignment, broken.Token);
        await LabelingHost.UntilAsync(() => first.Model.Ledger.InFlight == 1, "the model is asked");

        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => breaking);
        await second.Get<LabelWork>().DoAsync(assignment, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal((LabelState.Labeled, second.Get<Presence>().WriterId), await StateAsync(second, assignment));
        Assert.True(await second.Get<Presence>().IsAliveAsync(first.Get<Presence>().WriterId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Should_not_have_its_claim_taken_while_it_is_alive()
    {
        await using LabelingHost first = await StartSeveralAsync([new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 7000, Until = 1 }]);
        await using LabelingHost second = await first.BesideAsync(AtUsualSpeed, s_several);
        LabelAssignment assignment = Some.Assignment();
        Task one = first.Get<LabelWork>().DoAsync(assignment, TestContext.Current.CancellationToken);
        await LabelingHost.UntilAsync(() => first.Model.Ledger.InFlight == 1, "the model is asked");

        // Longer than a dead process would be silent.
        await Task.WhenAll(one, second.Get<LabelWork>().DoAsync(assignment, TestContext.Current.CancellationToken));

        Assert.Equal((LabelState.Labeled, first.Get<Presence>().WriterId), await StateAsync(second, assignment));
        Assert.Equal(1, first.Model.Ledger.Count);
    }

    [Fact]
    public async Task Should_finish_what_is_under_way_when_it_is_told_to_stop()
    {
        await using LabelingHost host = await LabelingHost.StartAsync([new ScriptRule { Do = ScriptedBehaviour.Answer, LatencyMilliseconds = 300 }], "--LanguageModel:MaxConcurrency=4");
        for (int slot = 0; slot < 4; slot++)
            await host.PublishAsync(Some.Request(Some.Assignment(slot: slot)));
        await LabelingHost.UntilAsync(() => host.Model.Ledger.InFlight == 4, "four calls are under way");

        await host.EndAsync();

        await using LabelingHost next = await host.BesideAsync();
        for (int slot = 0; slot < 4; slot++)
            Assert.Equal(LabelState.Labeled, (await StateAsync(next, Some.Assignment(slot: slot))).State);
        Assert.Equal(4, host.Model.Ledger.Count);
    }

    private static Task<LabelingHost> StartSeveralAsync(ScriptRule[] rules) => LabelingHost.StartWithoutBusAsync(rules, AtUsualSpeed, s_several);

    // A busy machine stands still for moments that are seconds in accelerated time: enough to be taken for dead.
    private static void AtUsualSpeed(IServiceCollection services) => services.AddSingleton(TimeProvider.System);

    private static async Task<(LabelState State, string Owner)> StateAsync(LabelingHost host, LabelAssignment assignment)
    {
        LabelDocument label = (await host.Get<LabelingStore>().Labels.FindAsync(assignment.AttemptId, TestContext.Current.CancellationToken))!.Document;
        return (label.State, label.Owner);
    }
}
