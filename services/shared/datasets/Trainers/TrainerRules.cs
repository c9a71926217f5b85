namespace DialInsight.Datasets.Trainers;

/// <summary>
/// The rules by which LLaMA-Factory's converters and chat fine-tuning endpoints take or drop a row, applied before a row is written.
/// Each method answers why a row would be refused, or null.
/// </summary>
public static class TrainerRules
{
    private static readonly string[] s_asking = ["human", "observation"];
    private static readonly string[] s_answering = ["gpt", "function_call"];
    private static readonly string[] s_roles = ["system", "user", "assistant", "tool"];

    /// <summary>An alpaca row: a prompt and an answer that hold something; history in pairs of both.</summary>
    public static string? AlpacaRow(
        string instruction, string input, string output, string? system, IReadOnlyList<IReadOnlyList<string>> history)
    {
        if (IsBlank(instruction) && IsBlank(input))
            return "instruction and input are empty";
        if (IsBlank(output))
            return "output is empty";
        if (history.Any(pair => pair.Count != 2 || pair.Any(IsBlank)))
            return "history is not made of pairs of a question and an answer";
        return Text("instruction", instruction) ?? Text("input", input) ?? Text("output", output) ?? Text("system", system ?? "");
    }

    /// <summary>A preference row: a prompt, and two answers that hold something and differ.</summary>
    public static string? PreferenceRow(string instruction, string input, string chosen, string rejected)
    {
        if (IsBlank(instruction) && IsBlank(input))
            return "instruction and input are empty";
        if (IsBlank(chosen) || IsBlank(rejected))
            return "an answer is empty";
        if (chosen == rejected)
            return "both answers are the same";
        return Text("instruction", instruction) ?? Text("input", input) ?? Text("chosen", chosen) ?? Text("rejected", rejected);
    }

    /// <summary>
    /// A ShareGPT row: after a leading system turn, human or observation at odd places, gpt or function_call at even ones, and an even
    /// number of turns in all.
    /// </summary>
    public static string? ShareGptRow(IReadOnlyList<(string From, string Value)> conversation)
    {
        IReadOnlyList<(string From, string Value)> turns =
            conversation is [("system", _), ..] ? [.. conversation.Skip(1)] : conversation;
        if (turns.Count == 0)
            return "the conversation is empty";
        for (int index = 0; index < turns.Count; index++)
        {
            string[] allowed = index % 2 == 0 ? s_asking : s_answering;
            if (!allowed.Contains(turns[index].From))
                return $"turn {index + 1} is from {turns[index].From} where {string.Join(" or ", allowed)} must speak";
        }

        if (turns.Count % 2 != 0)
            return "the conversation ends without an answer";
        return Contents(conversation);
    }

    /// <summary>A chat row: known roles, system first if at all, user and assistant in turn, an assistant at the end.</summary>
    public static string? MessagesRow(IReadOnlyList<(string Role, string Content)> messages)
    {
        if (messages.FirstOrDefault(message => !s_roles.Contains(message.Role)).Role is { } unknown)
            return $"there is no role {unknown}";
        if (messages.Skip(1).Any(message => message.Role == "system"))
            return "a system message stands after the first message";
        string[] speakers = [.. messages.Select(message => message.Role).Where(role => role is not "system")];
        if (speakers.Length == 0 || speakers[0] != "user")
            return "the first message is not the user's";
        if (speakers[^1] != "assistant")
            return "the last message is not the assistant's";
        for (int index = 1; index < speakers.Length; index++)
        {
            if (speakers[index] == speakers[index - 1] && speakers[index] != "tool")
                return $"{speakers[index]} speaks twice in a row";
        }

        return Contents(messages);
    }

    private static string? Contents(IReadOnlyList<(string Speaker, string Text)> turns) => turns
        .Select((turn, index) => IsBlank(turn.Text) ? $"turn {index + 1} is empty" : Text($"turn {index + 1}", turn.Text))
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>What loaders choke on: half characters cannot be written as UTF-8, and NUL ends strings in some of them.</summary>
    private static string? Text(string place, string text)
    {
        if (!text.Contains('\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return null;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0')
                return $"{place} holds a NUL character";
            if (!char.IsSurrogate(text[index]))
                continue;
            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                return $"{place} holds half a character";
            index++;
        }

        return null;
    }

    private static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);
}
