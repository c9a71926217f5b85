using DialInsight.Client;
using DialInsight.Client.Http;
using DialInsight.Hosting.Access;
using DialInsight.WebConsole.Sentences;

namespace DialInsight.WebConsole.Layout;

/// <summary>One request of a person: who, in which language, and the services in that person's name.</summary>
public sealed class Visit
{
    /// <summary>Who is there.</summary>
    public Principal Principal { get; private set; } = new("", Role.Viewer);

    /// <summary>Whether there is anybody to sign out.</summary>
    public bool IsSignedIn { get; private set; }

    /// <summary>The services in the person's name.</summary>
    public DialInsightClient Client { get; private set; } = null!;

    /// <summary>Whether the page is in Chinese; otherwise it is in English.</summary>
    public bool IsChinese { get; private set; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language => IsChinese ? "zh" : "en";

    /// <summary><c>light</c>, <c>dark</c>, or <c>auto</c> for what the device prefers.</summary>
    public string Theme { get; private set; } = "auto";

    /// <summary>The token that forms give back, so that no other site can send them.</summary>
    public string Token { get; internal set; } = "";

    /// <summary>What domain packs call things, in the person's language.</summary>
    public Titles Titles { get; internal set; } = new([], "en");

    /// <summary>Path and query of the page.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>What the form before this page did, a word of the page that shows it; null where there was none.</summary>
    public string? Note { get; private set; }

    /// <summary>The words in the person's language.</summary>
    public string this[string english, string chinese] => IsChinese ? chinese : english;

    /// <summary>What a service said, in the person's language where it is known there.</summary>
    public string Say(string text) => ServiceSentences.Say(text, IsChinese);

    /// <summary>Why a service refused: its sentence, and what is wrong at which place, each once.</summary>
    public string Tell(ServiceException refused)
    {
        string[] faults = [.. refused.Errors.SelectMany(place => place.Value.Select(fault => $"{place.Key} {Say(fault)}"))];
        // Where the sentence is made of them, they are enough.
        bool isAll = refused.Errors.Any(place => place.Value.Any(fault => refused.Message.Contains(fault, StringComparison.Ordinal)));
        string joined = string.Join(this["; ", "；"], faults);
        return faults.Length == 0 ? Say(refused.Message) : isAll ? $"{joined}{this[".", "。"]}" : $"{Say(refused.Message)} {joined}{this[".", "。"]}";
    }

    /// <summary>Whether the person's role allows what asks for <paramref name="role"/>; the service has the last word.</summary>
    public bool May(Role role) => Principal.Role >= role;

    internal void Open(Principal principal, bool isSignedIn, DialInsightClient client)
    {
        Principal = principal;
        IsSignedIn = isSignedIn;
        Client = client;
    }

    internal void Look(HttpRequest request)
    {
        IsChinese = Preferences.IsChinese(request);
        Theme = Preferences.Theme(request);
        Path = request.Path + request.QueryString;
        Note = request.Query["note"];
    }
}
