namespace DialInsight.Conversations.Parsing;

/// <summary>The formats that transcripts are read from.</summary>
public enum TranscriptFormat
{
    /// <summary>One JSON object, an array of them, or an object of them by id.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Comma- or tab-separated values: a turn a row, or a conversation a row.</summary>
    Table,

    /// <summary>Lines of <c>speaker: words</c>, of an IRC log, of a chat's export; one conversation a file.</summary>
    Text,

    /// <summary>A transcript in Markdown: <c>**Speaker:** words</c>.</summary>
    Markdown,

    /// <summary>SubRip or WebVTT.</summary>
    Cues,

    /// <summary>Praat's TextGrid.</summary>
    TextGrid,

    /// <summary>A row a word, with the speaker: <c>token|speaker|ts|…</c>.</summary>
    WordRows,

    /// <summary>A ZIP archive of files in these formats.</summary>
    Zip,
}
