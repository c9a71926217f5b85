namespace DialInsight.Hosting;

/// <summary>The process cannot start. The message is one line that says why, where and what to do.</summary>
public sealed class StartException : Exception
{
    /// <summary>With the line to show.</summary>
    public StartException(string message)
        : base(message)
    {
    }

    /// <summary>With the line to show and what lies behind it.</summary>
    public StartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
