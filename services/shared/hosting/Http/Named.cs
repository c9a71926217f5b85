namespace DialInsight.Hosting.Http;

/// <summary>An enum's value in a query or route, by its name as JSON writes it, as files do (<c>finely-ruled</c>), or in any other case; the framework's own binding knows one only.</summary>
/// <param name="Value">The value.</param>
public readonly record struct Named<TEnum>(TEnum Value)
    where TEnum : struct, Enum
{
#pragma warning disable CA1000 // Where the framework looks for it.
    /// <summary>Reads a name. Numbers are not names.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Named<TEnum> named)
    {
        bool known = Enum.TryParse(text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out TEnum value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);
        named = new Named<TEnum>(value);
        return known;
    }
#pragma warning restore CA1000

    /// <summary>The value that was named.</summary>
    public static implicit operator TEnum(Named<TEnum> named) => named.Value;
}
