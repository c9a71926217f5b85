using System.ComponentModel.DataAnnotations;

namespace DialInsight.Labeling.Batches;

/// <summary>Labelling by a provider's batch files: the section <c>LabelBatches</c>.</summary>
internal sealed record BatchSettings
{
    /// <summary>Whether first askings go into batch files. Off by default: answers take hours.</summary>
    public bool Enabled { get; set; }

    /// <summary>The most requests of one file.</summary>
    [Range(1, 50_000, ErrorMessage = "must be from 1 to 50000.")]
    public int MaximumRequests { get; set; } = 5000;

    /// <summary>How long requests are gathered before a file that is not full goes, in seconds.</summary>
    [Range(0, 86_400, ErrorMessage = "must be from 0 to 86400.")]
    public int GatherSeconds { get; set; } = 60;

    /// <summary>How often it is asked whether a batch has ended, in seconds.</summary>
    [Range(1, 3600, ErrorMessage = "must be from 1 to 3600.")]
    public int PollSeconds { get; set; } = 30;

    /// <summary>What a batch costs, as a share of the configured prices.</summary>
    [Range(0.0, 1.0, ErrorMessage = "must be from 0 to 1.")]
    public double PriceShare { get; set; } = 0.5;
}
