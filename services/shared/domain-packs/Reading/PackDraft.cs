using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Cleaning;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Reading;

/// <summary>A pack while it is read: what later files refer to.</summary>
internal sealed class PackDraft(PackFiles files, PackHeader header)
{
    public PackFiles Files { get; } = files;

    public PackHeader Header { get; } = header;

    public IReadOnlyList<string> Languages => Header.Languages;

    public PackNames RoleIds { get; } = new("role");

    public PackNames ScenarioIds { get; } = new("scenario");

    public PackNames ChannelIds { get; } = new("channel");

    public PackNames TaskIds { get; } = new("task type");

    public PackNames PartIds { get; } = new("template part");

    /// <summary>The format ids of each language.</summary>
    public Dictionary<string, PackNames> FormatIds { get; } = [];

    public List<SpeakerRole> Roles { get; } = [];

    public List<Scenario> Scenarios { get; } = [];

    public List<Channel> Channels { get; } = [];

    public List<LocalisedFormat> Formats { get; } = [];

    public List<TaskType> TaskTypes { get; } = [];

    public List<TemplatePart> Parts { get; } = [];

    public List<Exemplar> Exemplars { get; } = [];

    public List<InstructionPrompt> Prompts { get; } = [];

    public List<FieldMapping> Mappings { get; } = [];

    public CleaningPatterns Cleaning { get; set; } = CleaningPatterns.Empty;

    /// <summary>The kind of each format, which is the same in every language.</summary>
    public Dictionary<string, OutputFormatKind> FormatKinds { get; } = [];

    /// <summary>Where each format is declared.</summary>
    public List<(string File, int Line, string Id)> FormatPlaces { get; } = [];

    public DomainPack Build() => new()
    {
        Name = Header.Name,
        Version = Header.Version,
        Languages = Header.Languages,
        DefaultScenario = Header.DefaultScenario,
        BannedWords = Header.BannedWords,
        Scenarios = Scenarios,
        Channels = Channels,
        Roles = Roles,
        TaskTypes = TaskTypes,
        TemplateParts = Parts,
        Formats = Formats,
        Exemplars = Exemplars,
        Prompts = Prompts,
        Mappings = Mappings,
        Cleaning = Cleaning,
    };
}
