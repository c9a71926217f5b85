using System.Text.Json.Serialization;

namespace DialInsight.Quality.Releases;

/// <summary>Where a completed run stands with quality.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
internal enum RunState
{
    /// <summary>Its samples are not all judged here yet, or its release is being made.</summary>
    Waiting,

    /// <summary>Its data set was released.</summary>
    Released,

    /// <summary>Its data set did not pass the gate.</summary>
    Refused,
}
