using System.Globalization;
using System.Net.Mime;
using System.Text.Json;

namespace DialInsight.ScriptedModel;

/// <summary>Sends what a call comes to. Each answers the status for the ledger.</summary>
internal static class Replies
{
    /// <summary>A whole body.</summary>
    public static async Task<int> RawAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        return context.Response.StatusCode;
    }

    /// <summary>An error in OpenAI's shape.</summary>
    public static Task<int> ErrorAsync(HttpContext context, int status, string? code, ScriptRule? rule)
    {
        context.Response.StatusCode = status;
        if (rule?.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        foreach ((string name, string value) in rule?.Headers ?? new Dictionary<string, string>())
            context.Response.Headers[name] = value;
        return RawAsync(context, JsonSerializer.SerializeToUtf8Bytes(new { error = new { message = "As the script says.", type = "scripted", code } }));
    }

    /// <summary>Half a body; with a declared length the connection breaks then, else the body just ends.</summary>
    public static async Task<int> HalfAsync(HttpContext context, byte[] body, int? declared)
    {
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = declared;
        await context.Response.BodyWriter.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (declared is not null)
            context.Abort();
        return Ledger.Broken;
    }
}
