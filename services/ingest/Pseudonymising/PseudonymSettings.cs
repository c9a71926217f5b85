using System.ComponentModel.DataAnnotations;
using DialInsight.Pseudonyms;

namespace DialInsight.Ingest.Pseudonymising;

/// <summary>The settings of section <c>Pseudonyms</c>.</summary>
internal sealed record PseudonymSettings
{
    /// <summary>The secret that surrogates depend on. Without one ingest makes a random key once and keeps it in its database.</summary>
    [MinLength(Pseudonymiser.ShortestKey, ErrorMessage = "must have 16 characters or more.")]
    public string? Key { get; init; }
}
