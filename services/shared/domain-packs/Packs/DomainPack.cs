using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.DomainPacks.Packs;

/// <summary>One business as DialInsight sees it. Read from YAML and validated as a whole; never changed afterwards.</summary>
public sealed record DomainPack
{
    /// <summary>The pack's name, for instance <c>real-estate</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The pack's version; part of every sample's lineage.</summary>
    public required string Version { get; init; }

    /// <summary>The languages it has texts for: <c>zh</c>, <c>en</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The scenario of conversations that fit no other.</summary>
    public required string DefaultScenario { get; init; }

    /// <summary>The scenarios.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Where conversations are held.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Who speaks in them.</summary>
    public required IReadOnlyList<SpeakerRole> Roles { get; init; }

    /// <summary>What is asked of a model.</summary>
    public required IReadOnlyList<TaskType> TaskTypes { get; init; }

    /// <summary>The parts that prompts are assembled from.</summary>
    public required IReadOnlyList<TemplatePart> TemplateParts { get; init; }

    /// <summary>The output formats, per language.</summary>
    public required IReadOnlyList<LocalisedFormat> Formats { get; init; }

    /// <summary>Instructions written by people: the pool's first members.</summary>
    public required IReadOnlyList<Exemplar> Exemplars { get; init; }

    /// <summary>What models are asked with when instructions are made; where one is missing the built-in one is taken (<see cref="InstructionPrompts.Prompt"/>).</summary>
    public IReadOnlyList<InstructionPrompt> Prompts { get; init; } = [];

    /// <summary>Words that no instruction of this business may hold, per language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> BannedWords { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The JSON shapes that this business's conversations come in, besides those that are known to all.</summary>
    public IReadOnlyList<FieldMapping> Mappings { get; init; } = [];

    /// <summary>What is removed from this business's conversations, besides what is from all.</summary>
    public CleaningPatterns Cleaning { get; init; } = CleaningPatterns.Empty;

    /// <summary>Name and version, as lineage records it: <c>name@version</c>.</summary>
    public string Reference => $"{Name}@{Version}";

    /// <summary>The output formats that suit a task type, in one language.</summary>
    public IEnumerable<LocalisedFormat> FormatsOf(TaskType taskType, string language) => Formats.Where(
        format => format.Language == language && (format.TaskTypes?.Contains(taskType.Id) ?? taskType.Formats.Contains(format.Format.Id)));
}
