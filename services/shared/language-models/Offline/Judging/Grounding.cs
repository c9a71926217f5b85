using DialInsight.Contracts;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Judging;

/// <summary>How much of what an answer claims was said in the dialogue.</summary>
/// <param name="Share">The share of its content terms that occur in the dialogue, 0 to 1; framing words put aside.</param>
/// <param name="Terms">How many content terms it has.</param>
/// <param name="InventedNumbers">How many of its numbers were not said.</param>
internal sealed record Grounding(double Share, int Terms, int InventedNumbers)
{
    /// <summary>Looks the claims up in the dialogue.</summary>
    public static Grounding Of(IReadOnlyList<string> claims, IReadOnlyList<Turn> turns)
    {
        HashSet<ulong> said = [];
        HashSet<decimal> numbers = [];
        List<Term> terms = [];
        foreach (Turn turn in turns)
        {
            AddTerms(turn.Text, terms, said);
            AddTerms(turn.Role, terms, said);
            AddNumbers(turn.Text, numbers);
        }

        int grounded = 0, content = 0, invented = 0;
        foreach (string claim in claims)
        {
            terms.Clear();
            Reading.Terms.Collect(claim, terms);
            foreach (Term term in terms)
            {
                if (Framing.Holds(term.Key) || char.IsDigit(claim[term.Start]))
                    continue;
                content++;
                grounded += said.Contains(term.Key) ? 1 : 0;
            }

            invented += Said(claim, turns) ? 0 : Invented(claim, numbers);
        }

        return new Grounding(content == 0 ? 1 : (double)grounded / content, content, invented);
    }

    /// <summary>What was said word for word invents nothing, even where it cuts a number short (十六万 of 十六万八).</summary>
    private static bool Said(string claim, IReadOnlyList<Turn> turns) => turns.Any(turn => turn.Text.Contains(claim, StringComparison.OrdinalIgnoreCase));

    private static void AddTerms(string text, List<Term> terms, HashSet<ulong> into)
    {
        terms.Clear();
        Reading.Terms.Collect(text, terms);
        foreach (Term term in terms)
            into.Add(term.Key);
    }

    private static void AddNumbers(string text, HashSet<decimal> into)
    {
        int from = 0;
        while (SpokenNumber.Next(text, ref from) is { } number)
            into.Add(number);
    }

    /// <summary>Small numbers count things in the answer itself (依据一, the two options); only larger ones can be invented.</summary>
    private static int Invented(string claim, HashSet<decimal> numbers)
    {
        int from = 0, invented = 0;
        while (SpokenNumber.Next(claim, ref from) is { } number)
            invented += number > 10 && !numbers.Contains(number) && !numbers.Contains(number * 10_000) && !numbers.Contains(number / 10_000) ? 1 : 0;
        return invented;
    }
}
