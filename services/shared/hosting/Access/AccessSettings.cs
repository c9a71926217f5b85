using System.ComponentModel.DataAnnotations;

namespace DialInsight.Hosting.Access;

/// <summary>How often callers may ask: in the section <c>Auth</c>, beside the keys.</summary>
internal sealed record AccessSettings
{
    /// <summary>Requests a minute for each key, in each process; as many may come at once. 0 for no limit.</summary>
    [Range(0, 1_000_000, ErrorMessage = "must be from 0 (no limit) to 1000000.")]
    public int RequestsPerMinute { get; set; } = 6000;

    /// <summary>Requests a minute without a known key that are answered by a refusal of their own, for each address; 0 for no limit.</summary>
    [Range(0, 1_000_000, ErrorMessage = "must be from 0 (no limit) to 1000000.")]
    public int RefusalsPerMinute { get; set; } = 60;
}
