using System.Globalization;

namespace DialInsight.PromptAssembly.Budgets;

/// <summary>
/// Costs as an index keeps them: to four digits, so that documents fall into few classes and a run's sum is one count by class, however many attempts it
/// has. Rounding to the nearest leaves the sum right to half a thousandth.
/// </summary>
internal static class CostClass
{
    private const char Reserved = 'r';
    private const char Spent = 's';

    /// <summary>The class of a cost; null for nothing.</summary>
    public static string? Of(decimal cost, bool isReserved) =>
        cost == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{(isReserved ? Reserved : Spent)}{cost:E3}");

    /// <summary>What so many documents of each class cost.</summary>
    public static RunCost Sum(IReadOnlyDictionary<string, long> counts)
    {
        decimal spent = 0;
        decimal reserved = 0;
        foreach ((string name, long count) in counts.Where(known => known.Key.Length > 0))
        {
            decimal cost = decimal.Parse(name.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture) * count;
            if (name[0] == Reserved)
                reserved += cost;
            else
                spent += cost;
        }

        return new RunCost(spent, reserved);
    }
}
