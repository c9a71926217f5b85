namespace DialInsight.Client.Releases;

/// <summary>A release in a list.</summary>
/// <param name="Name">The release's name, <c>recipe-v1</c>.</param>
/// <param name="Version">The version among the recipe's releases, from 1.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="RunId">The run it came of.</param>
/// <param name="ReleasedAt">When (UTC).</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Checksum">SHA-256 over sample ids and answers, hexadecimal.</param>
/// <param name="Metrics">The headline measures by name.</param>
public sealed record ReleaseSummary(
    string Name, int Version, string Recipe, string RunId, DateTimeOffset ReleasedAt, int Samples, string Checksum, IReadOnlyDictionary<string, double> Metrics);

/// <summary>A page of releases.</summary>
/// <param name="Items">The releases.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record ReleasePage(IReadOnlyList<ReleaseSummary> Items, string? NextCursor);

/// <summary>What two releases have in common.</summary>
/// <param name="From">The first release.</param>
/// <param name="To">The second.</param>
/// <param name="Added">Samples that only the second holds.</param>
/// <param name="Removed">Samples that only the first holds.</param>
/// <param name="Changed">Samples of one transcript, instruction and task in both, with different answers.</param>
/// <param name="Unchanged">How many are the same in both.</param>
/// <param name="Metrics">The headline measures of both.</param>
public sealed record ReleaseDiff(
    string From, string To, SampleChanges Added, SampleChanges Removed, SampleChanges Changed, int Unchanged, IReadOnlyDictionary<string, MeasureChange> Metrics);

/// <summary>Samples that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="Samples">Their ids, the first thousand.</param>
public sealed record SampleChanges(int Count, IReadOnlyList<string> Samples);

/// <summary>A measure in two releases; null where one does not have it.</summary>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
public sealed record MeasureChange(double? From, double? To);
