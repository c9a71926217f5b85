namespace DialInsight.Cli;

/// <summary>Shows the first of what may be many lines, and how many there were more.</summary>
/// <param name="write">Shows a line.</param>
/// <param name="rest">What is said of the others, by their number.</param>
internal sealed class FirstLines(Action<string> write, Func<int, string> rest)
{
    private const int Most = 20;

    private int _count;

    /// <summary>Shows a line, or counts it.</summary>
    public void Add(string line)
    {
        if (++_count <= Most)
            write(line);
    }

    /// <summary>Tells of those that were not shown.</summary>
    public void End()
    {
        if (_count > Most)
            write(rest(_count - Most));
    }
}
