using DialInsight.Client.Transcripts;

namespace DialInsight.Cli.Ingesting;

/// <summary>For people: a line with a bar on a terminal, plain lines elsewhere.</summary>
internal sealed class ScreenReport(TextWriter output, bool live, TimeProvider time) : IReport
{
    private const int RefusalsShown = 20;
    private const int Bar = 20;
    private static readonly TimeSpan s_livePause = TimeSpan.FromMilliseconds(100), s_plainPause = TimeSpan.FromSeconds(5);
    private long _shownAt = time.GetTimestamp();
    private int _refusals;

    public void Moved(Tally tally)
    {
        if (time.GetElapsedTime(_shownAt) < (live ? s_livePause : s_plainPause))
            return;
        _shownAt = time.GetTimestamp();
        int full = (int)(tally.Share * Bar);
        string bar = live ? $"{new string('█', full)}{new string('░', Bar - full)} " : "";
        string left = tally.Left is { } time1 ? $" · about {time1:h\\:mm\\:ss} left" : "";
        string line = $"{bar}{tally.Share:P0} · {tally.FilesDone} of {tally.Files} files · {Counts(tally)}{Rate(tally)}{left}";
        output.Write(live ? $"\r\u001b[2K{line}" : $"{line}\n");
    }

    public void Rejected(Upload upload, RejectedRecord record) => Refusal($"{upload.Place(record.File, record.Line, record.Index)}: {record.Reason}");

    public void Refused(Upload upload, string reason) => Refusal($"{upload.Name}: {reason}");

    public void Waiting(string reason, TimeSpan pause) => Line($"{reason}; trying again in {pause.TotalSeconds:0.##} s");

    public void Ended(Tally tally)
    {
        if (_refusals > RefusalsShown)
            Line($"  {_refusals - RefusalsShown} more were refused: --json lists all");
        string files = tally.FilesRefused > 0 ? $" · {tally.FilesRefused} of {tally.Files} files refused" : "";
        Line($"Transcripts: {Counts(tally)}{files} · {tally.Elapsed.TotalSeconds:0.0} s{Rate(tally)}");
    }

    private void Refusal(string text)
    {
        if (++_refusals <= RefusalsShown)
            Line($"  {text}");
    }

    private void Line(string text) => output.WriteLine(live ? $"\r\u001b[2K{text}" : text);

    private static string Counts(Tally tally) => $"{tally.Accepted} kept, {tally.Duplicates} duplicates, {tally.Rejected} refused";

    private static string Rate(Tally tally) => tally.Records > 0 ? $" · {tally.Records / Math.Max(0.001, tally.Elapsed.TotalSeconds):0}/s" : "";
}
