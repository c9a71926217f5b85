using System.Text.Json.Serialization;

namespace DialInsight.Contracts.Quality;

/// <summary>What follows from a judgement for the sample's slot.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<JudgementOutcome>))]
public enum JudgementOutcome
{
    /// <summary>It fills its slot.</summary>
    Accepted,

    /// <summary>Its level is not accepted, or a hard gate failed.</summary>
    Rejected,

    /// <summary>Its level is accepted, and its slot was filled already.</summary>
    Surplus,

    /// <summary>No majority: a person must look. It counts as pending.</summary>
    InReview,

    /// <summary>No verdict could be had, retries included. It counts as failed.</summary>
    Unjudged,

    /// <summary>It was accepted or in review, and its transcript was erased. It counts as failed, and is withdrawn from every release.</summary>
    Erased,
}
