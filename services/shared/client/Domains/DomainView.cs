namespace DialInsight.Client.Domains;

/// <summary>What a domain pack calls things, in each of its languages.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Version">The pack's version.</param>
/// <param name="Languages">The languages that it has texts for.</param>
/// <param name="Scenarios">Its scenarios.</param>
/// <param name="TaskTypes">Its task types.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Roles">Who speaks in its conversations.</param>
/// <param name="Formats">Its output formats.</param>
public sealed record DomainView(
    string Name, string Version, IReadOnlyList<string> Languages, IReadOnlyList<TitledView> Scenarios, IReadOnlyList<TitledView> TaskTypes, IReadOnlyList<TitledView> Channels,
    IReadOnlyList<TitledView> Roles, IReadOnlyList<TitledView> Formats);

/// <summary>An id, and what people call it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Titles">A title for each language; a language without one is not there.</param>
public sealed record TitledView(string Id, IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>The title in a language, else in any, else the id.</summary>
    public string In(string language) => Titles.TryGetValue(language, out string? title) ? title : Titles.Values.FirstOrDefault(Id);
}
