using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Ingesting;

/// <summary>For people: a line with a bar on a terminal, plain lines elsewhere.</summary>
internal sealed class ScreenReport : IReport
{
    private const int Bar = 20, MostNotes = 1000;
    private static readonly TimeSpan s_livePause = TimeSpan.FromMilliseconds(100), s_plainPause = TimeSpan.FromSeconds(5);
    private readonly TextWriter _output;
    private readonly bool _live;
    private readonly TimeProvider _time;
    private readonly FirstLines _refusals, _remarks;
    private readonly Dictionary<(string Kind, string Value), long> _notes = [];
    private long _shownAt;

    /// <summary>A report to a screen, or to what is not one.</summary>
    public ScreenReport(TextWriter output, bool live, TimeProvider time)
    {
        (_output, _live, _time, _shownAt) = (output, live, time, time.GetTimestamp());
        _refusals = new FirstLines(Line, more => $"  {more} more were refused: --json lists all");
        _remarks = new FirstLines(Line, more => $"  {more} more notes: --json lists all");
    }

    public void Moved(Tally tally)
    {
        if (_time.GetElapsedTime(_shownAt) < (_live ? s_livePause : s_plainPause))
            return;
        _shownAt = _time.GetTimestamp();
        int full = (int)(tally.Share * Bar);
        string bar = _live ? $"{new string('█', full)}{new string('░', Bar - full)} " : "";
        string left = tally.Left is { } time1 ? $" · about {time1:h\\:mm\\:ss} left" : "";
        string line = $"{bar}{tally.Share:P0} · {tally.FilesDone} of {tally.Files} files · {Counts(tally)}{Rate(tally)}{left}";
        _output.Write(_live ? $"\r\u001b[2K{line}" : $"{line}\n");
    }

    public void Rejected(Upload upload, RejectedRecord record) => _refusals.Add($"  {upload.Place(record.File, record.Line, record.Index)}: {record.Reason}");

    public void Noted(Upload upload, RecordNote note)
    {
        if (_notes.Count < MostNotes || _notes.ContainsKey((note.Kind, note.Value)))
            _notes[(note.Kind, note.Value)] = _notes.GetValueOrDefault((note.Kind, note.Value)) + note.Count;
    }

    public void Refused(Upload upload, string reason) => _refusals.Add($"  {upload.Name}: {reason}");

    public void Waiting(string reason, TimeSpan pause) => Line($"{reason}; trying again in {pause.TotalSeconds:0.##} s");

    public void Ended(Tally tally)
    {
        _refusals.End();
        foreach (((string kind, string value), long count) in _notes.OrderByDescending(note => note.Value))
            _remarks.Add($"  note: {new RecordNote(kind, value, count).Words}");
        _remarks.End();
        string files = tally.FilesRefused > 0 ? $" · {tally.FilesRefused} of {tally.Files} files refused" : "";
        Line($"Transcripts: {Counts(tally)}{files} · {tally.Elapsed.TotalSeconds:0.0} s{Rate(tally)}");
    }

    private void Line(string text) => _output.WriteLine(_live ? $"\r\u001b[2K{text}" : text);

    private static string Counts(Tally tally) => $"{tally.Accepted} kept, {(tally.Known > 0 ? $"{tally.Known} already there, " : "")}{tally.Duplicates} duplicates, {tally.Rejected} refused";

    private static string Rate(Tally tally) => tally.Records > 0 ? $" · {tally.Records / Math.Max(0.001, tally.Elapsed.TotalSeconds):0}/s" : "";
}
