using DialInsight.InstructionEvolution.Batches;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_the_process_is_killed
{
    private static readonly string[] s_tasks = ["summarisation", "comparison"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task The_batch_goes_on_and_ends_as_if_nothing_had_happened(int call)
    {
        WrittenModel calm = new();
        IReadOnlyList<string> expected;
        using (DataFolder undisturbed = new())
        {
            await using EvolutionHost host = await StartAsync(undisturbed.Path, calm, tellRun: true);
            expected = await OutcomeAsync(host);
        }

        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool killed = false;
        WrittenModel model = new()
        {
            Before = async (_, number, cancellationToken) =>
            {
                if (number != call || killed)
                    return;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            },
        };
        using DataFolder folder = new();
        await using (EvolutionHost first = await StartAsync(folder.Path, model, tellRun: true))
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        killed = true;

        await using EvolutionHost second = await StartAsync(folder.Path, model, tellRun: false);
        Assert.Equal(expected, await OutcomeAsync(second));
        Assert.Equal(Requests(calm), Requests(model));
    }

    private static async Task<EvolutionHost> StartAsync(string folder, WrittenModel model, bool tellRun)
    {
        EvolutionHost host = await EvolutionHost.StartAsync(folder, model);
        if (tellRun)
        {
            await host.PublishAsync(Given.Transcript("t1"));
            await host.PublishAsync(Given.Transcript("t2"));
            await host.PublishAsync(Given.Run("r", Given.OneRound, 4, "zh", s_tasks));
        }

        return host;
    }

    private static async Task<IReadOnlyList<string>> OutcomeAsync(EvolutionHost host)
    {
        List<string> ids = [];
        foreach (string task in s_tasks)
            ids.AddRange((await host.CompletedAsync(BatchDocument.IdOf("r", $"buying/{task}"))).InstructionIds);
        return ids;
    }

    /// <summary>What was asked and paid, whatever the order: nothing twice, and nothing that would not have been asked anyway.</summary>
    private static IEnumerable<string> Requests(WrittenModel model) =>
        model.Paid.Select(request => $"{request.Draw}|{request.Messages[^1].Text}").Order(StringComparer.Ordinal);
}
