namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>What an instruction that a person writes must be.</summary>
internal static class PersonText
{
    /// <summary>The most characters.</summary>
    public const int Longest = 2000;

    /// <summary>What is wrong with the text, or null.</summary>
    public static string? Fault(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
            return $"must have 1 to {Longest} characters";
        if (text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal))
            return "must not hold {{ or }}: prompts keep them for their own places";
        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            return "must not hold control characters";
        return text.Any(char.IsLetter) ? null : "holds no words";
    }
}
