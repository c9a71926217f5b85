using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DialInsight.Hosting.Http;

/// <summary>Answers that go on: what is in them is wanted when it is written.</summary>
public static class EventStream
{
    /// <summary>Has this process, and an nginx before it whatever its settings, pass each part on as it comes.</summary>
    public static void Unbuffer(HttpResponse response)
    {
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
