using System.Diagnostics;
using System.Text;
using DialInsight.Benchmarks.Pseudonyms.Generated;
using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>How fast one core replaces generated dialogues, beside a bare pass over the same characters in the same run.</summary>
/// <param name="DialoguesPerSecond">Dialogues of twelve turns replaced in a second.</param>
/// <param name="MegabytesPerSecond">UTF-8 of theirs, in millions of bytes.</param>
/// <param name="BarePasses">How many bare passes over every character take as long as replacing.</param>
internal sealed record Speed(double DialoguesPerSecond, double MegabytesPerSecond, double BarePasses)
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(2);

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

    // The best of the rounds: the others shared the core with somebody.
    private static double SecondsPerRound(Action round)
    {
        round();
        double best = double.MaxValue;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < s_least)
        {
            long started = Stopwatch.GetTimestamp();
            round();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }
}
