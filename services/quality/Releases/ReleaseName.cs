using System.Globalization;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>A name that is taken for one request of one run, so that a release which was interrupted goes on under the same name.</summary>
internal sealed record ReleaseName
{
    /// <summary>The collection <c>release-names</c>.</summary>
    public static CollectionDefinition<ReleaseName> Definition { get; } = new(
        "release-names", name => name.Name, new("recipe", name => name.Recipe), new("claim", name => name.Claim));

    /// <summary><c>recipe-v1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The run and the number of the request.</summary>
    public required string Claim { get; init; }

    /// <summary>When the name was taken (UTC): the release's time, so that going on writes the same bytes.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What a run's request claims a name as.</summary>
    public static string ClaimOf(CompletedRun run) => string.Create(CultureInfo.InvariantCulture, $"{run.Id}/{run.Request}");

    /// <summary>Takes the recipe's next free name, or finds the one that was taken for this request.</summary>
    public static async Task<ReleaseName> TakeAsync(
        IDocumentCollection<ReleaseName> names, CompletedRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string claim = ClaimOf(run);
        await foreach (Versioned<ReleaseName> taken in names.StreamAsync(Query.All.Where("claim", claim), cancellationToken))
            return taken.Document;
        int version = 1 + (int)await names.CountAsync(Query.All.Where("recipe", run.Completed.Recipe), cancellationToken);
        while (true)
        {
            var name = new ReleaseName
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{run.Completed.Recipe}-v{version}"),
                Recipe = run.Completed.Recipe,
                Version = version,
                Claim = claim,
                At = now,
            };
            if (await names.InsertAsync(name, cancellationToken))
                return name;
            version++;
        }
    }
}
