using System.Diagnostics.CodeAnalysis;

namespace DialInsight.Quality.Reviews;

/// <summary>A sample's id in a path. It may hold slashes, given as they are or escaped, which routing leaves escaped.</summary>
/// <param name="Value">The id.</param>
internal readonly record struct SampleId(string Value) : IParsable<SampleId>
{
    /// <inheritdoc/>
    public static SampleId Parse(string s, IFormatProvider? provider) =>
        new(s.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SampleId result)
    {
        result = s is null ? default : Parse(s, provider);
        return s is not null;
    }
}
