using System.Text;
using DialInsight.Ingest.Parsing.Encodings;

namespace DialInsight.Ingest.Parsing.Timed;

/// <summary>
/// Holds the TextGrids of an archive or upload back until all are there, so that the sides of one conversation become one record. Those that
/// belong together have a name in common and end in the speaker: <c>call7_doctor.TextGrid</c>, <c>call7_patient.TextGrid</c>.
/// </summary>
internal sealed class TextGridSides(ParseContext context)
{
    private readonly Dictionary<string, List<(string Text, string File)>> _conversations = [];
    private long _held;

    /// <summary>Takes a file in. False where it has to be read by itself: nothing was read of it then.</summary>
    public async Task<bool> TakeAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        if (_held > IngestLimits.DocumentBytes || TextGridName.Of(file).Speaker is null)
            return false;

        using var peeked = new PeekedStream(stream);
        (PeekedStream? text, _) = await DecodedStream.OpenAsync(peeked, context.Charset, cancellationToken);
        byte[]? bytes = text is null ? [] : await BoundedReading.ReadAsync(text, IngestLimits.DocumentBytes, cancellationToken);
        _held += bytes?.Length ?? 0;
        string key = TextGridName.Of(file).Conversation;
        if (!_conversations.TryGetValue(key, out List<(string Text, string File)>? sides))
            _conversations[key] = sides = [];

        // What is too large or no text is refused with the others of its conversation: half of one would say what nobody said.
        sides.Add((bytes is null ? "" : Encoding.UTF8.GetString(Utf8Bom.Skip(bytes)), file));
        return true;
    }

    /// <summary>A record for each conversation.</summary>
    public IEnumerable<ParsedRecord> Records() => _conversations.Select(conversation => Record(conversation.Key, conversation.Value));

    private ParsedRecord Record(string name, List<(string Text, string File)> sides)
    {
        RecordPosition position = context.Next(sides.Count == 1 ? sides[0].File : name);
        try
        {
            string id = Path.GetFileName(sides.Count == 1 ? Path.ChangeExtension(sides[0].File, null) : name);
            return ParsedRecord.Of(position, new ParsedConversation
            {
                Id = id.Length <= IngestLimits.KeyCharacters ? id : null,
                Turns = TextGridTiers.Read(sides.Select(side => (side.Text, (string?)side.File))),
            });
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
    }
}
