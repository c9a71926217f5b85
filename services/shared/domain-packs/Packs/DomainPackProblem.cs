using System.Globalization;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Something wrong in a domain pack.</summary>
/// <param name="File">The file or folder, as the pack's path was given.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record DomainPackProblem(string File, int Line, string Message)
{
    /// <summary>The problem as one line: <c>file(line): message</c>.</summary>
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Message}") : $"{File}: {Message}";
}
