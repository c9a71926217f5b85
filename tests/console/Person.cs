using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DialInsight.Console.Tests;

/// <summary>Somebody with a browser that runs no script: asks for pages, fills in forms, keeps cookies.</summary>
internal sealed class Person : IDisposable
{
    private readonly HttpClient _http;

    public Person(Platform platform, string language = "en", bool follows = true)
        : this(platform.Address, language, follows)
    {
    }

    public Person(Uri address, string language = "en", bool follows = true)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = follows }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>The last answer.</summary>
    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>The last page.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.QuerySelector("main")!.TextContent;

    public Task<IHtmlDocument> OpenAsync(string address) => ReadAsync(_http.GetAsync(address));

    /// <summary>Sends the page's form that <paramref name="selector"/> finds, with the given fields put in.</summary>
    public Task<IHtmlDocument> SendAsync(string selector, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelector(selector)!;
        IEnumerable<KeyValuePair<string, string>> left = form.Elements.OfType<IElement>()
            .Where(field => field is not IHtmlButtonElement and not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
            .Select(field => KeyValuePair.Create(field.GetAttribute("name") ?? "", Value(field)))
            .Where(field => field.Key.Length > 0 && fields.All(given => given.Name != field.Key));
        KeyValuePair<string, string>[] values = [.. left, .. fields.Select(given => KeyValuePair.Create(given.Name, given.Value))];
        return ReadAsync(_http.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values)));
    }

    /// <summary>Sends a file as the script of the drop zone does.</summary>
    public async Task<string> DropAsync(string name, string content, string? token = null)
    {
        await OpenAsync("/console/transcripts");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/console/transcripts/files?name={Uri.EscapeDataString(name)}") { Content = new StringContent(content) };
        request.Headers.Add("X-Form-Token", token ?? Page.GetElementById("drop")!.GetAttribute("data-token"));
        Answer = await _http.SendAsync(request);
        return await Answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();

    private static string Value(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    private async Task<IHtmlDocument> ReadAsync(Task<HttpResponseMessage> call)
    {
        Answer = await call;
        Page = new HtmlParser().ParseDocument(await Answer.Content.ReadAsStringAsync());
        return Page;
    }
}
