using System.Text.Json.Serialization;

namespace DialInsight.Client.Transcripts;

/// <summary>What became of each record of a request.</summary>
/// <param name="Accepted">Kept, by this request or, as they say, before.</param>
/// <param name="Duplicates">Not kept: another record with the same conversation is there.</param>
/// <param name="Rejected">Not kept: they cannot be used. Mend them and send them again; sending all again does no harm.</param>
/// <param name="Notes">What records say that nothing knows, and how many say it; of 50 things at most.</param>
public sealed record IngestAnswer(
    IReadOnlyList<AcceptedRecord> Accepted, IReadOnlyList<DuplicateRecord> Duplicates, IReadOnlyList<RejectedRecord> Rejected, IReadOnlyList<RecordNote>? Notes = null);

/// <summary>Something about records that were kept, which their sender may want to mend.</summary>
/// <param name="Kind">
/// <c>language-unknown</c> (it was detected), <c>language-other</c> (neither Chinese nor English: it is kept as <c>other</c>), <c>scenario-unknown</c> (it was found by keywords, or is the default),
/// <c>role-unknown</c> (the label is kept).
/// </param>
/// <param name="Value">What the records say; of speakers' names the surrogates.</param>
/// <param name="Count">How many records say so.</param>
public sealed record RecordNote(string Kind, string Value, long Count) : IAnswerPart
{
    /// <summary>The same in words, for people.</summary>
    [JsonIgnore]
    public string Words => Kind switch
    {
        "language-unknown" => $"the language \u201C{Value}\u201D is not known: it was detected",
        "language-other" => $"the language \u201C{Value}\u201D is neither Chinese nor English: kept as other, which a recipe draws where its sampling.languages says so",
        "scenario-unknown" => $"the scenario \u201C{Value}\u201D is none of the domain's: found by its keywords, or else its default",
        "role-unknown" => $"the speaker \u201C{Value}\u201D is none of the domain's roles: kept as it is",
        _ => $"{Kind} \u201C{Value}\u201D",
    } + $" ({Count} of the records)";
}

/// <summary>A part of ingest's answer: what became of a record (<see cref="AcceptedRecord"/>, <see cref="DuplicateRecord"/>, <see cref="RejectedRecord"/>), or a <see cref="RecordNote"/>.</summary>
public interface IAnswerPart;

/// <summary>A record that was kept.</summary>
/// <param name="Id">The transcript's id.</param>
/// <param name="Index">Its number among the records of the request, from 0.</param>
/// <param name="RecordId">The id that the record gave; null when it gave none.</param>
/// <param name="Known">Whether it was there already, from the same record sent before; then nothing was changed.</param>
public sealed record AcceptedRecord(string Id, int Index, string? RecordId, bool Known = false) : IAnswerPart;

/// <summary>A record that repeats another.</summary>
/// <param name="Id">The id that the record gave, or else its source and number.</param>
/// <param name="Index">Its number among the records of the request, from 0.</param>
/// <param name="DuplicateOf">The transcript that it repeats.</param>
/// <param name="Similarity">1 for the same conversation.</param>
public sealed record DuplicateRecord(string Id, int Index, string DuplicateOf, double Similarity) : IAnswerPart;

/// <summary>A record that cannot be used.</summary>
/// <param name="Index">Its number among the records of the request, from 0.</param>
/// <param name="Line">The line it starts on, from 1; null where the format has no lines.</param>
/// <param name="File">The file of an archive or upload it is in.</param>
/// <param name="Reason">Why, and what to do.</param>
public sealed record RejectedRecord(int Index, int? Line, string? File, string Reason) : IAnswerPart;
