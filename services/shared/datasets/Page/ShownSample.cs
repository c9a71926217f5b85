namespace DialInsight.Datasets.Page;

/// <summary>A sample as pages show it to be read.</summary>
public sealed record ShownSample
{
    /// <summary>How long the texts of a sample are at most, in characters, so that a page stays one.</summary>
    public const int LongestText = 3000;

    private const int LongestLead = 110;

    /// <summary>The language of its texts.</summary>
    public required string Language { get; init; }

    /// <summary>What its line begins with.</summary>
    public required Markup Mark { get; init; }

    /// <summary>Why it is shown, on a line of its own that is read without opening it; nothing where there is nothing to say.</summary>
    public Markup Why { get; init; } = Markup.None;

    /// <summary>What is asked.</summary>
    public required NamedText Asked { get; init; }

    /// <summary>What it is asked about; empty where there is nothing.</summary>
    public required NamedText About { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>What is to be known beside it.</summary>
    public Markup Grounds { get; init; } = Markup.None;

    /// <summary>Its id; empty where its mark says which it is.</summary>
    public string Id { get; init; } = "";

    /// <summary>The sample as a line that opens.</summary>
    /// <param name="open">Whether it is open at first.</param>
    public Markup Render(bool open) => Markup.Of($"""
        <details class="sample" lang="{Language}"{new Markup(open ? " open" : "")}><summary>{Mark} <span class="soft">{Excerpt.Of(Asked.Text, LongestLead)}</span>{Why}</summary>
        <div class="reading">
        <div><h4>{Asked.Name}</h4><p class="text">{Asked.Text}</p>
        <h4>{Bilingual.Both("答案", "Answer")}</h4><p class="text answer">{Readable.Of(Answer)}</p>
        {Grounds}
        {Markup.When(Id.Length > 0, () => Markup.Of($"""<p class="id">{Id}</p>"""))}</div>
        {Markup.When(About.Text.Length > 0, () => Markup.Of($"""<div><h4>{About.Name}</h4><div class="text dialogue" tabindex="0" role="group" aria-label="对话 / Dialogue">{About.Text}</div></div>"""))}
        </div></details>
        """);

    /// <summary>A section of samples, of which the first is open.</summary>
    public static Markup Section(IEnumerable<ShownSample> samples) => Markup.Of($"""
        <section><h2>{Bilingual.Both("样本选读", "Samples to read")}</h2>
        {Markup.Each(samples.Index(), item => item.Item.Render(open: item.Index == 0))}</section>
        """);
}

/// <summary>A text under its name.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The text.</param>
public readonly record struct NamedText(Markup Name, string Text);
