using System.Text.RegularExpressions;
using DialInsight.Client.Domains;

namespace DialInsight.WebConsole.Layout;

/// <summary>What domain packs call things, in one language. What no pack knows is called by its id.</summary>
/// <param name="packs">The loaded packs.</param>
/// <param name="language"><c>zh</c> or <c>en</c>.</param>
public sealed partial class Titles(IReadOnlyList<DomainView> packs, string language)
{
    /// <summary>The packs.</summary>
    public IReadOnlyList<DomainView> Packs => packs;

    /// <summary>A pack, by its name or <c>name@version</c>; null where it is not loaded.</summary>
    public DomainView? Pack(string? domain) => domain is null ? null : packs.FirstOrDefault(pack => pack.Name == domain.Split('@', 2)[0]);

    /// <summary>The title of something that has one.</summary>
    public string Of(TitledView titled) => titled.In(language);

    /// <summary>A scenario. Without a domain the first pack that knows it speaks; another pack than the one that is named never does.</summary>
    public string Scenario(string id, string? domain = null) => Find(id, domain, pack => pack.Scenarios) ?? id;

    /// <summary>A task type.</summary>
    public string Task(string id, string? domain = null) => Find(id, domain, pack => pack.TaskTypes) ?? id;

    /// <summary>A channel.</summary>
    public string Channel(string id, string? domain = null) => Find(id, domain, pack => pack.Channels) ?? id;

    /// <summary>An output format.</summary>
    public string Format(string id, string? domain = null) => Find(id, domain, pack => pack.Formats) ?? id;

    /// <summary>A speaker's role; of several people in one role each keeps the number.</summary>
    public string Role(string id, string? domain = null) => Find(id, domain, pack => pack.Roles)
        ?? (Numbered().Match(id) is { Success: true } match && Find(match.Groups[1].Value, domain, pack => pack.Roles) is { } title ? $"{title} {match.Groups[2].Value}" : id);

    /// <summary>A cell, <c>scenario/task-type</c>.</summary>
    public string Cell(string id, string? domain = null) =>
        id.Split('/', 2) is [var scenario, var task] ? $"{Scenario(scenario, domain)} / {Task(task, domain)}" : id;

    private string? Find(string id, string? domain, Func<DomainView, IReadOnlyList<TitledView>> among)
    {
        IEnumerable<DomainView> asked = string.IsNullOrEmpty(domain) ? packs : Pack(domain) is { } pack ? [pack] : [];
        return asked.SelectMany(among).FirstOrDefault(titled => titled.Id == id)?.In(language);
    }

    [GeneratedRegex(@"^(.+)[_-](\d{1,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
