using DialInsight.Contracts;

namespace DialInsight.LanguageModels.Spending;

/// <summary>What spend is summed by; sums are told in this order.</summary>
internal readonly record struct SpendKey(string Run, string Account, string Purpose, string Model) : IComparable<SpendKey>
{
    /// <summary>A spend of nothing.</summary>
    public ModelSpend Nothing => new(Purpose, Model, 0, 0, 0, 0);

    /// <inheritdoc/>
    public int CompareTo(SpendKey other) => Parts(this).CompareTo(Parts(other));

    private static (string, string, string, string) Parts(SpendKey key) => (key.Run, key.Account, key.Purpose, key.Model);
}
