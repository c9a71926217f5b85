using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels.Spending;
using DialInsight.ScriptedModel;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_an_endpoint_misbehaves
{
    private const string LeakedSeed = "请针对这一场景和任务类型写出四条关于首付的指令。";

    /// <summary>What the endpoint says when it is asked to evolve, in turn.</summary>
    private static readonly string[] s_evolved =
    [
        """{"instruction": 把预算写得更细}""",
        "抱歉，我无法改写这条指令。",
        "",
        """{"instruction":"改写后的指令：归纳客户的预算、首付和贷款安排，附上原话。","gain":true}""",
        """{"instruction":"好的，请问您想增加哪方面的约束？","gain":true}""",
        "```json\n{\"instruction\":\"按轻重列出客户提到的学区、地铁和预算条件，并逐条附上原话。\",\"gain\":true,}\n```",
        """{"instruction":"增加一条约束，例如依据哪一方的说法、以哪次报价为准。","gain":true}""",
    ];

    [Fact]
    public async Task Everything_it_says_is_kept_or_dropped_for_its_reason_and_every_call_is_accounted_for()
    {
        int evolved = 0, seeded = 0;
        await using ScriptedModelServer server = await ScriptedModelServer.StartAsync(new ScriptedModelOptions
        {
            Responder = request => request.Schema?.GetRawText().Contains("\"gain\"", StringComparison.Ordinal) == true
                ? s_evolved[(Interlocked.Increment(ref evolved) - 1) % s_evolved.Length]
                : Seeds(Interlocked.Increment(ref seeded)),
        });
        using DataFolder folder = new();
        await using EvolutionHost host = await StartAsync(folder.Path, server);
        await TellAsync(host, wanted: 12);

        BatchDocument batch = await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Assert.Equal(server.Ledger.Count, batch.Spend.Sum(spend => spend.Calls));
        Assert.Equal(evolved, batch.Operators.Sum(tally => tally.Applied));
        RejectionReason[] reasons =
        [
            RejectionReason.MalformedAnswer, RejectionReason.Refusal, RejectionReason.NoContent, RejectionReason.Leak, RejectionReason.ConversationalReply,
            RejectionReason.TooShort, RejectionReason.Truncated, RejectionReason.WrongLanguage,
        ];
        Assert.Empty(reasons.Except(batch.Drops.Keys));
        List<InstructionDocument> all = await host.InstructionsAsync(batch.Id);
        Assert.DoesNotContain(all, instruction => instruction.Gate is not null);
        Assert.Equal(RejectionReason.Leak, all.Single(instruction => instruction.Text == LeakedSeed).Rejection);
        Assert.All(batch.InstructionIds, id => Assert.Equal(InstructionState.Approved, all.Single(instruction => instruction.Id == id).State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_batch_that_is_stopped_at_any_call_goes_on_and_pays_none_twice(int call)
    {
        int asked = 0;
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedModelServer server = await ScriptedModelServer.StartAsync(new ScriptedModelOptions
        {
            Script = new ModelScript { LatencyMilliseconds = 40 },
            Responder = request =>
            {
                int number = Interlocked.Increment(ref asked);
                if (number >= call)
                    reached.TrySetResult();
                return request.Schema?.GetRawText().Contains("\"gain\"", StringComparison.Ordinal) == true
                    ? WrittenModel.Evolved($"{request.UserText.TrimEnd().Split('\n')[^1]}请在结论后面逐条附上客户或经纪人的原话作为依据。")
                    : WrittenModel.Seeds([.. WrittenModel.Good]);
            },
        });
        using DataFolder folder = new();
        await using (EvolutionHost first = await StartAsync(folder.Path, server))
        {
            await TellAsync(first, wanted: 8);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }

        await using EvolutionHost second = await StartAsync(folder.Path, server);
        BatchDocument batch = await second.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        // Calls that were on their way when the process ended may have been answered to nobody.
        const int callsAtOnce = 4;
        Assert.InRange(server.Ledger.Summary().Repeated, 0, callsAtOnce);
        Assert.NotEmpty(batch.InstructionIds);
        // The run's budget hears of what the batch tells, GET /spend of what was paid: one and the same, also of calls whose process ended before it could note them.
        IReadOnlyList<SpendLine> paid = await second.Spend.TotalsAsync("r", null, TestContext.Current.CancellationToken);
        Assert.Equal(batch.Spend, paid.Where(line => line.Spend.Calls > 0).Select(line => line.Spend));
    }

    private static string Seeds(int draw) => draw switch
    {
        1 => "好的，以下是指令：\n```json\n{\"instructions\":[\"" + string.Join("\",\"", WrittenModel.Good) + "\",\"" + LeakedSeed + "\",\"概括预算。\",\"Summarise the budget now.\",\"概括客户的预算，包括：\",]}\n```",
        2 => "很抱歉，作为人工智能语言模型，我无法提供这些内容。",
        3 => """{"instructions": [把预算写清楚]}""",
        _ => "",
    };

    private static Task<EvolutionHost> StartAsync(string folder, ScriptedModelServer server) =>
        EvolutionHost.StartAsync(folder, null, $"--LanguageModel:Endpoint={server.Endpoint}", "--LanguageModel:Model=scripted-model");

    private static async Task TellAsync(EvolutionHost host, int wanted)
    {
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", CurationPolicy.Thresholds with { Rounds = 3 }, wanted));
    }
}
