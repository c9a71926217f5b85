using System.Text;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing.Timed;

/// <summary>
/// Holds TextGrids back until all are there, so that the sides of one conversation become one record. Those that belong together have a name in
/// common and end in the speaker: <c>call7_doctor.TextGrid</c>, <c>call7_patient.TextGrid</c>.
/// </summary>
internal sealed class TextGridSides(ParseContext context)
{
    private readonly Dictionary<string, List<Side>> _conversations = [];
    private long _held;

    /// <summary>Takes a file in.</summary>
    public async Task TakeAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        string key = TextGridName.Of(file).Conversation;
        if (!_conversations.TryGetValue(key, out List<Side>? sides))
            _conversations[key] = sides = [];
        sides.Add(await ReadAsync(stream, file, cancellationToken));
    }

    /// <summary>A record for each conversation. Where one side cannot be read it is refused whole: half of one would say what nobody said.</summary>
    public IEnumerable<ParsedRecord> Records() => _conversations.Select(conversation => Record(conversation.Key, conversation.Value));

    private async Task<Side> ReadAsync(Stream stream, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var peeked = new PeekedStream(stream);
            (PeekedStream text, TextEncoding encoding) = await DecodedStream.OpenAsync(peeked, context.Charset, cancellationToken);
            byte[]? bytes = await BoundedReading.ReadAsync(text, (int)(context.Limits.DocumentBytes - _held), cancellationToken);
            _held += bytes?.Length ?? 0;
            return bytes is null
                ? new Side("", file, null, context.Limits.GridsTooLarge)
                : new Side(TextEncoding.Utf8.Encoding.GetString(Utf8Bom.Skip(bytes)), file, encoding, null);
        }
        catch (DecoderFallbackException)
        {
            return new Side("", file, null, BrokenSource.Undecodable);
        }
    }

    private ParsedRecord Record(string name, List<Side> sides)
    {
        RecordPosition position = context.Next(sides.Count == 1 ? sides[0].File : name);
        if (sides.Find(side => side.Refusal is not null) is { } refused)
            return ParsedRecord.Refused(position with { File = refused.File }, refused.Refusal!);
        try
        {
            string id = Path.GetFileName(sides.Count == 1 ? Path.ChangeExtension(sides[0].File, null) : name);
            return ParsedRecord.Of(position, new ParsedConversation
            {
                Id = id.Length <= ParsingLimits.KeyCharacters ? id : null,
                Encoding = sides.Select(side => side.Encoding).FirstOrDefault(encoding => encoding != TextEncoding.Utf8)?.Name,
                Turns = TextGridTiers.Read(sides.Select(side => (side.Text, (string?)side.File)), context.Limits),
            });
        }
        catch (RecordRefusedException refusal)
        {
            return ParsedRecord.Refused(position, refusal.Message);
        }
    }

    private sealed record Side(string Text, string File, TextEncoding? Encoding, string? Refusal);
}
