using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace DialInsight.LanguageModels.Calls;

/// <summary>How long an endpoint asks to be left alone: <c>Retry-After</c> in seconds or as a date (RFC 9110, section 10.2.3), or OpenAI's <c>retry-after-ms</c>.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is honoured; a longer one is the reconciler's to wait out.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The wait between zero and <see cref="Longest"/>, or null where none is asked for.</summary>
    public static TimeSpan? Read(PipelineResponseHeaders headers, DateTimeOffset now) =>
        Read(name => headers.TryGetValue(name, out string? value) ? value : null, now);

    /// <inheritdoc cref="Read(PipelineResponseHeaders, DateTimeOffset)"/>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        Read(name => headers.TryGetValues(name, out IEnumerable<string>? values) ? values.First() : null, now);

    private static TimeSpan? Read(Func<string, string?> header, DateTimeOffset now)
    {
        TimeSpan? wait = null;
        if (Number(header("retry-after-ms")) is { } ms)
            wait = TimeSpan.FromMilliseconds(ms);
        else if (header("Retry-After") is { } text)
            wait = Number(text) is { } seconds ? TimeSpan.FromSeconds(seconds) : DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date) ? date - now : null;
        return wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, Longest.Ticks)) : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? Math.Min(value, 1e9) : null;
}
