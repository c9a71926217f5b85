namespace DialInsight.ScriptedModel;

/// <summary>Chance that a seed decides: the same seed and number give the same draw, whatever happened between.</summary>
internal static class Chance
{
    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    public static double Draw(int seed, int number, int purpose) => (Mix(((ulong)(uint)seed << 32) ^ ((ulong)(uint)number << 4) ^ (uint)purpose) >> 11) * (1.0 / (1UL << 53));

    /// <summary>SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
