using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Ingest.Deduplication;

/// <summary>The settings of section <c>Ingest:NearDuplicates</c>.</summary>
internal sealed record NearDuplicateSettings : IValidatableObject
{
    /// <summary>The Jaccard similarity from which on a conversation counts as a near duplicate: 0.1 to 1; 0 or <c>off</c> keeps near duplicates.</summary>
    public string Jaccard { get; set; } = "0.8";

    /// <summary>The same as a number; null where near duplicates are kept.</summary>
    public double? Threshold => TryRead(Jaccard, out double value) && value > 0 ? value : null;

    /// <summary>How many transcripts of the index are held in memory, about 200 bytes each. The others are in temporary files.</summary>
    [Range(1, 1 << 24, ErrorMessage = "must be from 1 to 16777216.")]
    public int Held { get; set; } = 1 << 16;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TryRead(Jaccard, out _))
            yield return new ValidationResult($"must be from {Banding.LowestThreshold} to 1, or 'off'.", [nameof(Jaccard)]);
    }

    private static bool TryRead(string text, out double value)
    {
        value = 0;
        return string.Equals(text.Trim(), "off", StringComparison.OrdinalIgnoreCase)
            || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is 0 or (>= Banding.LowestThreshold and <= 1));
    }
}
