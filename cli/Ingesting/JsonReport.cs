using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Ingesting;

/// <summary>For programs: a line of JSON for each record or file that was refused and for each note, and one with the sums.</summary>
internal sealed class JsonReport(TextWriter output, TextWriter errors) : IReport
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Moved(Tally tally)
    {
    }

    public void Rejected(Upload upload, RejectedRecord record) =>
        Write(new { file = record.File is null || record.File == upload.FileName ? upload.Name : $"{upload.Name}/{record.File}", record.Line, index = (int?)record.Index, record.Reason });

    public void Noted(Upload upload, RecordNote note) => Write(new { file = upload.Name, note = note.Kind, note.Value, note.Count });

    public void Refused(Upload upload, string reason) => Write(new { file = upload.Name, reason });

    public void Waiting(string reason, TimeSpan pause) => errors.WriteLine($"{reason}; trying again in {pause.TotalSeconds:0.##} s");

    public void Ended(Tally tally) => Write(new
    {
        summary = new
        {
            files = tally.FilesDone,
            refusedFiles = tally.FilesRefused,
            tally.Accepted,
            tally.Known,
            tally.Duplicates,
            tally.Rejected,
            seconds = Math.Round(tally.Elapsed.TotalSeconds, 3),
        },
    });

    private void Write<T>(T line) => output.WriteLine(JsonSerializer.Serialize(line, s_json));
}
