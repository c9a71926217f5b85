using System.CommandLine;

namespace DialInsight.Cli.Instructions;

/// <summary>Which instructions a command is about.</summary>
internal sealed class PoolOptions
{
    private readonly (string Name, Option<string?> Option)[] _options =
    [
        ("gate", new("--gate") { Description = "curation, screening or refinement." }),
        ("state", new("--state") { Description = "seeded, curated, evolved, screened, refined, approved, rejected or retired." }),
        ("domain", new("--domain") { Description = "The domain pack." }),
        ("scenario", new("--scenario") { Description = "The scenario." }),
        ("taskType", new("--task") { Description = "The task type." }),
        ("language", new("--language") { Description = "zh or en." }),
        ("batch", new("--batch") { Description = "The batch." }),
        ("operator", new("--operator") { Description = "The operator that made them." }),
        ("origin", new("--origin") { Description = "human, or the model's name." }),
        ("rejection", new("--rejection") { Description = "Why they fell." }),
    ];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach ((_, Option<string?> option) in _options)
            command.Options.Add(option);
    }

    /// <summary>What was given, as the service's query names it.</summary>
    public Dictionary<string, string?> Query(ParseResult parsed) => _options.ToDictionary(named => named.Name, named => parsed.GetValue(named.Option));
}
