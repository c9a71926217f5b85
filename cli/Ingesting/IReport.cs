using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Ingesting;

/// <summary>Tells whoever started the command what is going on. Never a word of a conversation.</summary>
internal interface IReport
{
    /// <summary>Some time has passed.</summary>
    void Moved(Tally tally);

    /// <summary>A record cannot be used.</summary>
    void Rejected(Upload upload, RejectedRecord record);

    /// <summary>Records of an upload say something that nothing knows.</summary>
    void Noted(Upload upload, RecordNote note);

    /// <summary>An upload cannot be used.</summary>
    void Refused(Upload upload, string reason);

    /// <summary>Nothing came of a try; another one follows.</summary>
    void Waiting(string reason, TimeSpan pause);

    /// <summary>It is over.</summary>
    void Ended(Tally tally);
}
