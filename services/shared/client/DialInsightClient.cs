using System.Net.Http.Headers;
using DialInsight.Client.Calibrations;
using DialInsight.Client.Domains;
using DialInsight.Client.Erasures;
using DialInsight.Client.Failures;
using DialInsight.Client.Instructions;
using DialInsight.Client.Recipes;
using DialInsight.Client.Releases;
using DialInsight.Client.Reviews;
using DialInsight.Client.Runs;
using DialInsight.Client.Templates;
using DialInsight.Client.Transcripts;

namespace DialInsight.Client;

/// <summary>The services' HTTP APIs, typed. One base address serves all: each service owns its first path segments.</summary>
public sealed class DialInsightClient
{
    /// <summary>Calls the services behind <paramref name="http"/>'s base address.</summary>
    /// <param name="http">With its base address set; not disposed by this client.</param>
    /// <param name="key">The API key; null where none is needed.</param>
    public DialInsightClient(HttpClient http, string? key = null)
    {
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        Transcripts = new TranscriptsClient(http);
        Runs = new RunsClient(http);
        Releases = new ReleasesClient(http);
        Instructions = new InstructionsClient(http);
        Erasures = new ErasuresClient(http);
        Curation = new CurationClient(http);
        Failures = new FailuresClient(http);
        Reviews = new ReviewsClient(http);
        Calibrations = new CalibrationsClient(http);
        Templates = new TemplatesClient(http);
        Domains = new DomainsClient(http);
        Recipes = new RecipesClient(http);
    }

    /// <summary>Transcripts (ingest).</summary>
    public TranscriptsClient Transcripts { get; }

    /// <summary>Runs (prompt-assembly).</summary>
    public RunsClient Runs { get; }

    /// <summary>Releases (quality).</summary>
    public ReleasesClient Releases { get; }

    /// <summary>Instructions (instruction-evolution).</summary>
    public InstructionsClient Instructions { get; }

    /// <summary>Erasures (ingest).</summary>
    public ErasuresClient Erasures { get; }

    /// <summary>Instructions one by one, as people work through them at the gates (instruction-evolution).</summary>
    public CurationClient Curation { get; }

    /// <summary>Failures of labelling (labeling).</summary>
    public FailuresClient Failures { get; }

    /// <summary>Reviews, samples and judgements (quality).</summary>
    public ReviewsClient Reviews { get; }

    /// <summary>Calibrations of the judge (quality).</summary>
    public CalibrationsClient Calibrations { get; }

    /// <summary>Template parts (prompt-assembly).</summary>
    public TemplatesClient Templates { get; }

    /// <summary>What the loaded domain packs know (prompt-assembly).</summary>
    public DomainsClient Domains { get; }

    /// <summary>Recipes that runs were started with (prompt-assembly).</summary>
    public RecipesClient Recipes { get; }
}
