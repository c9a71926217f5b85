using System.Text.Json.Serialization;

namespace DialInsight.Contracts.Labeling;

/// <summary>Why a label could not be had.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FailureClass>))]
public enum FailureClass
{
    /// <summary>The answer did not fit the output format, repaired once.</summary>
    InvalidAnswer,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>The answer was cut off by the token limit.</summary>
    Truncated,

    /// <summary>The endpoint refused the request for good: unknown model, a prompt over its context.</summary>
    RequestRejected,

    /// <summary>The endpoint could not be reached or kept failing.</summary>
    ModelUnavailable,

    /// <summary>The message itself could not be worked.</summary>
    DeadLetter,

    /// <summary>The endpoint refuses the key (401 or 403), or its account has no credit left: until that is put right every attempt would end so.</summary>
    KeyRefused,

    /// <summary>The transcript was erased.</summary>
    Erased,
}
