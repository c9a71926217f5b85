namespace DialInsight.WebConsole.Calling;

/// <summary>Where the services are: the section <c>Console</c>. What is not set is in this process.</summary>
internal sealed record ConsoleSettings
{
    /// <summary>The address of ingest.</summary>
    public Uri? Ingest { get; set; }

    /// <summary>The address of instruction-evolution.</summary>
    public Uri? InstructionEvolution { get; set; }

    /// <summary>The address of prompt-assembly.</summary>
    public Uri? PromptAssembly { get; set; }

    /// <summary>The address of labeling.</summary>
    public Uri? Labeling { get; set; }

    /// <summary>The address of quality.</summary>
    public Uri? Quality { get; set; }

    /// <summary>The services by name.</summary>
    public IReadOnlyList<(string Service, Uri? Address)> All() =>
    [
        ("ingest", Ingest), ("instruction-evolution", InstructionEvolution), ("prompt-assembly", PromptAssembly), ("labeling", Labeling), ("quality", Quality),
    ];
}
