namespace DialInsight.LanguageModels.Calls;

/// <summary>Stops reading a response at a bound, so that an endpoint cannot fill the memory.</summary>
internal sealed class BoundedResponseHandler(HttpMessageHandler inner, long mostBytes) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        var bounded = new StreamContent(new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), mostBytes));
        foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
            bounded.Headers.TryAddWithoutValidation(name, values);
        response.Content = bounded;
        return response;
    }
}
