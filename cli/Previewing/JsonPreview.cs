using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Conversations.Preparing;
using DialInsight.Pseudonyms;

namespace DialInsight.Cli.Previewing;

/// <summary>For programs: a line of JSON for each conversation and each refusal, and one with the sums.</summary>
internal sealed class JsonPreview(TextWriter output) : IPreviewReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public void Begun(IReadOnlyList<string> files)
    {
    }

    public void Read(PreviewedRecord record)
    {
        if (record.Preparation.Conversation is { } conversation)
            Write(Shape(record, conversation));
        else
            Write(new { record.Position.File, record.Position.Index, record.Position.Line, refused = record.Preparation.Refusal, removed = record.Preparation.Removed });
    }

    public void Ended(PreviewSums sums)
    {
    }

    public void Summed(PreviewSums total) => Write(new
    {
        summary = new
        {
            total.Files,
            total.Records,
            total.Kept,
            total.Refused,
            total.Turns,
            total.Formats,
            total.Encodings,
            total.Languages,
            total.Scenarios,
            total.Pseudonyms,
            total.Cleaned,
            total.Coherence,
            total.Notes,
        },
    });

    private static object Shape(PreviewedRecord record, PreparedConversation conversation) => new
    {
        record.Position.File,
        record.Position.Index,
        record.Position.Line,
        record = record.RecordId,
        record.Format,
        encoding = conversation.Encoding ?? "UTF-8",
        conversation.Id,
        conversation.Domain,
        conversation.Scenario,
        conversation.ScenarioOrigin,
        conversation.Channel,
        conversation.Language,
        conversation.Script,
        conversation.Source,
        conversation.Subject,
        turns = conversation.Turns.Select((turn, index) => new
        {
            turn.Role,
            turn.Text,
            turn.At,
            pseudonyms = TurnMarks.Of(record.Preparation.Replaced[index]).Select(mark => new { mark.Start, mark.End, type = mark.Type.ToName() }),
        }),
        conversation.Pseudonyms,
        conversation.Cleaned,
        record.Preparation.Removed,
        conversation.Coherence,
        record.Preparation.Notes,
    };

    private void Write<T>(T line) => output.WriteLine(JsonSerializer.Serialize(line, s_json));
}
