using System.Text.Json;

namespace DialInsight.Datasets.Rows;

/// <summary>What chat formats have in common: the last answer is what is learnt, the question before it what is asked, and everything else its input.</summary>
internal abstract class ChatRows : DatasetFormat
{
    private static readonly string[] s_asking = ["human", "user"];
    private static readonly string[] s_answering = ["gpt", "assistant", "function_call", "bot", "chatgpt", "model"];

    /// <summary>The turns of a row.</summary>
    protected abstract IReadOnlyList<(string Speaker, string Text)> Turns(JsonElement row);

    protected sealed override DatasetRow ReadObject(JsonElement row)
    {
        IReadOnlyList<(string Speaker, string Text)> turns = Turns(row);
        int answer = Last(turns, turns.Count, s_answering);
        if (answer < 0)
            throw new RowException("nobody answers in it");
        int question = Last(turns, answer, s_asking);
        IEnumerable<string> before = turns.Take(answer).Where((_, index) => index != question).Select(turn => turn.Text);
        return new DatasetRow(question < 0 ? "" : turns[question].Text, string.Join('\n', before), turns[answer].Text, turns.Count);
    }

    /// <summary>The turns in a list of objects.</summary>
    protected static IReadOnlyList<(string Speaker, string Text)> Turns(JsonElement row, string list, string speaker, Func<JsonElement, string> text)
    {
        JsonElement turns = RowFields.List(row, list) ?? throw new RowException($"there is no {list}");
        return [.. turns.EnumerateArray().Select((turn, index) => Turn(turn, index, speaker, text))];
    }

    private static (string, string) Turn(JsonElement turn, int index, string speaker, Func<JsonElement, string> text)
    {
        if (turn.ValueKind != JsonValueKind.Object)
            throw new RowException($"turn {index + 1} is {RowFields.Kind(turn)}, not an object");
        return (RowFields.Text(turn, speaker) ?? throw new RowException($"turn {index + 1} has no {speaker}"), text(turn));
    }

    private static int Last(IReadOnlyList<(string Speaker, string Text)> turns, int before, string[] speakers)
    {
        for (int index = before - 1; index >= 0; index--)
        {
            if (speakers.Contains(turns[index].Speaker, StringComparer.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }
}
