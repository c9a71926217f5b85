using System.Diagnostics;
using System.Text;
using DialInsight.Benchmarks.Pseudonyms.Generated;
using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>How fast one core replaces generated dialogues, by processor time, beside a bare pass over the same characters in the same run.</summary>
/// <param name="DialoguesPerSecond">Dialogues of twelve turns replaced in a second of processor time.</param>
/// <param name="MegabytesPerSecond">UTF-8 of theirs, in millions of bytes.</param>
/// <param name="BarePasses">How many bare passes over every character take as long as replacing.</param>
internal sealed record Speed(double DialoguesPerSecond, double MegabytesPerSecond, double BarePasses)
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(3);

    // Processor time is counted in hundredths of a second.
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(400);

    /// <summary>Measures a language.</summary>
    public static Speed Of(string language)
    {
        string[][] dialogues = [.. DialogueGenerator.Dialogues(language, 2000, 11).Select(dialogue => dialogue.Turns.Select(turn => turn.Text).ToArray())];
        long bytes = dialogues.Sum(turns => turns.Sum(turn => (long)Encoding.UTF8.GetByteCount(turn)));
        var pseudonymiser = Pseudonymiser.FromText("a key for measuring only");
        double replacing = SecondsPerRound(() =>
        {
            foreach (string[] turns in dialogues)
                pseudonymiser.ForConversation(language).Replace(turns);
        });
        int letters = 0;
        double bare = SecondsPerRound(() =>
        {
            foreach (string[] turns in dialogues)
            {
                foreach (string turn in turns)
                {
                    foreach (char character in turn)
                        letters += char.IsLetter(character) ? 1 : 0;
                }
            }
        });
        return new Speed(dialogues.Length / replacing, bytes / replacing / 1e6, replacing / bare);
    }

    // Processor time, and the best of the rounds: the machine may have others on it.
    private static double SecondsPerRound(Action round)
    {
        using var process = Process.GetCurrentProcess();
        round();
        double best = double.MaxValue;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_least)
        {
            int rounds = 0;
            process.Refresh();
            TimeSpan started = process.TotalProcessorTime, used;
            do
            {
                round();
                rounds++;
                process.Refresh();
                used = process.TotalProcessorTime - started;
            }
            while (used < s_slice);
            best = Math.Min(best, used.TotalSeconds / rounds);
        }

        return best;
    }
}
