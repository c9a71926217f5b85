namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Neighbouring groups of digits that may be one number.</summary>
/// <param name="Digits">All digits, <c>*</c> where masked.</param>
/// <param name="Groups">How many digits each group has.</param>
/// <param name="Gaps">What stands between the groups: the first separator of each gap.</param>
/// <param name="Spoken">Whether a quarter or more of it is in words or Chinese numerals.</param>
/// <param name="Before">The character in front, NUL at the start.</param>
/// <param name="After">The character behind, NUL at the end.</param>
internal readonly record struct DigitWindow(string Digits, int[] Groups, string Gaps, bool Spoken, char Before, char After)
{
    public int Count => Digits.Length;

    public bool Masked => Digits.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the groups have these lengths, or the digits are in one piece, spoken or one by one.</summary>
    public bool Shaped(params ReadOnlySpan<int> shape) => Groups.Length == 1 || Loose || Groups.AsSpan().SequenceEqual(shape);

    /// <summary>Spoken, or digits apart one by one: groups mean nothing.</summary>
    public bool Loose => Spoken || (Groups.Length >= 5 && Groups.Count(length => length == 1) * 10 >= Groups.Length * 7);

    /// <summary>Whether all gaps look the same.</summary>
    public bool Even => Gaps.Length == 0 || Gaps.All(Gaps[0].Equals);
}
