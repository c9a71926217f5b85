using System.Text.Json;
using DialInsight.Client.Http;
using DialInsight.Client.Instructions;

namespace DialInsight.Cli.Instructions;

/// <summary>Carries out one decision on many instructions, and tells what was refused.</summary>
internal sealed class DecisionRun(InstructionsClient instructions, TextWriter output, TextWriter errors)
{
    private const int DecidedAtOnce = 500;
    private const string Undo = "undo";

    private readonly FirstLines _refusals = new(errors.WriteLine, static more => $"  {more} more were refused");

    /// <summary>The exit code: 0, 2 where some were refused, 1 where nothing was named.</summary>
    public async Task<int> RunAsync(
        string decision, string[] ids, Dictionary<string, string?> query, string? text, string? reason, CancellationToken cancellationToken)
    {
        if (ids.Length == 0 && query["gate"] is null)
        {
            await errors.WriteLineAsync("dialinsight: name instructions by their ids, or a queue by --gate");
            return 1;
        }

        List<DecisionItem> items = [.. ids.Select(id => new DecisionItem(id, Text: text))];
        if (ids.Length == 0)
        {
            await foreach (JsonElement waiting in instructions.ListAsync(query, int.MaxValue, cancellationToken))
                items.Add(new DecisionItem(waiting.GetProperty("id").GetString()!, waiting.GetProperty("version").GetInt64(), text));
        }

        int refused = decision == Undo ? await UndoAsync(items, reason, cancellationToken) : await DecideAsync(decision, items, reason, cancellationToken);
        _refusals.End();
        await output.WriteLineAsync($"{items.Count - refused} decided, {refused} refused");
        return refused == 0 ? 0 : 2;
    }

    private async Task<int> DecideAsync(string decision, List<DecisionItem> items, string? reason, CancellationToken cancellationToken)
    {
        int refused = 0;
        foreach (DecisionItem[] some in items.Chunk(DecidedAtOnce))
        {
            DecisionsAnswer answer = await instructions.DecideAsync(new Decisions(decision, reason, some), cancellationToken);
            refused += answer.Refused;
            foreach (DecisionAnswer one in answer.Items.Where(one => one.Detail is not null))
                _refusals.Add($"  {one.Id}: {one.Detail}");
        }

        return refused;
    }

    private async Task<int> UndoAsync(List<DecisionItem> items, string? reason, CancellationToken cancellationToken)
    {
        int refused = 0;
        foreach (DecisionItem item in items)
        {
            try
            {
                await instructions.UndoAsync(item.Id, reason, cancellationToken);
            }
            catch (ServiceException problem) when ((int)problem.Status is >= 400 and < 500)
            {
                refused++;
                _refusals.Add($"  {item.Id}: {problem.Message}");
            }
        }

        return refused;
    }
}
