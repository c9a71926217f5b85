using System.Text;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>Writes what stands in the place of personal data: of the same type and shape, decided by the key and the data alone.</summary>
internal sealed class SurrogateWriter(KeyedDraws draws)
{
    private readonly NumberSurrogates _numbers = new(draws);
    private readonly NameSurrogates _names = new(draws);
    private readonly DateSurrogates _dates = new(draws);
    private readonly AddressSurrogates _addresses = new(draws);

    /// <summary>The surrogate of a span; never what the span holds.</summary>
    public string Write(FoldedText text, IdentifierSpan span)
    {
        string original = text.Slice(span.Start, span.End).ToString();
        for (int attempt = 0; attempt < 8; attempt++)
        {
            string surrogate = Write(text, span, attempt);
            if (!string.Equals(surrogate, original, StringComparison.OrdinalIgnoreCase))
                return surrogate;
        }

        return new string('*', span.End - span.Start);
    }

    private string Write(FoldedText text, IdentifierSpan span, int attempt) => span.Type switch
    {
        IdentifierType.Name => _names.Write(text, span, attempt),
        IdentifierType.Phone or IdentifierType.IdCard or IdentifierType.BankCard when IsDigits(text, span) => _numbers.Write(text, span, attempt),
        IdentifierType.DateOfBirth => _dates.Write(text, span, attempt),
        IdentifierType.Address => _addresses.Write(text, span, attempt),
        IdentifierType.Ip when text.Cased.AsSpan(span.Start, span.End - span.Start).Contains('.') && !text.Cased.AsSpan(span.Start, span.End - span.Start).Contains(':') => Ip(text, span, attempt),
        _ => Scrambled(text, span, attempt),
    };

    private static bool IsDigits(FoldedText text, IdentifierSpan span)
    {
        if (Characters.IsLatin(text[span.Start]))
            return Numbers.DigitReader.At(text, span.Start) is { Spoken: true };
        return true;
    }

    private string Ip(FoldedText text, IdentifierSpan span, int attempt)
    {
        KeyedDraws.Draws next = draws.For("ip", text.Cased[span.Start..span.End], attempt);
        return $"{1 + next.Next(223)}.{next.Next(256)}.{next.Next(256)}.{1 + next.Next(254)}";
    }

    // Letter for letter and digit for digit; what is structure (a scheme, a top-level domain, @) stays.
    private string Scrambled(FoldedText text, IdentifierSpan span, int attempt)
    {
        string folded = text.Lower[span.Start..span.End];
        KeyedDraws.Draws next = draws.For(span.Type.ToName(), folded, attempt);
        (int start, int end) = Kept(folded, span.Type);
        var surrogate = new StringBuilder(folded.Length);
        for (int index = 0; index < folded.Length; index++)
        {
            int place = span.Start + index;
            if (index < start || index >= end || IsSpokenSign(text, span, place))
                surrogate.Append(text.Slice(place, place + 1));
            else
                surrogate.Append(Like(text[place], next, span.Type) ?? text.Slice(place, place + 1).ToString());
        }

        return span.Type == IdentifierType.BankCard ? CodeChecks.Iban(surrogate) : span.Type == IdentifierType.IdCard ? CodeChecks.Identity(surrogate) : surrogate.ToString();
    }

    private static string? Like(char character, KeyedDraws.Draws next, IdentifierType type) => character switch
    {
        >= '0' and <= '9' => $"{next.Next(10)}",
        >= 'a' and <= 'f' when type == IdentifierType.Ip => $"{"0123456789abcdef"[next.Next(16)]}",
        >= 'a' and <= 'z' => $"{(char)('a' + next.Next(26))}",
        >= 'A' and <= 'Z' => $"{"ABCDEFGHJKLMNPQRSTUVWXYZ"[next.Next(24)]}",
        _ when Characters.IsLatin(character) => $"{(char)('a' + next.Next(26))}",
        _ => null,
    };

    private static (int Start, int End) Kept(string folded, IdentifierType type)
    {
        switch (type)
        {
            case IdentifierType.Url:
                int scheme = folded.IndexOf("://", StringComparison.Ordinal) is >= 0 and var found ? found + 3 : 0;
                if (string.CompareOrdinal(folded, scheme, "www.", 0, 4) == 0)
                    scheme += 4;
                int slash = folded.IndexOf('/', scheme);
                int host = slash < 0 ? folded.Length : slash;
                return slash >= 0 && slash + 1 < folded.Length ? (slash, folded.Length) : (scheme, Math.Max(scheme + 1, folded.LastIndexOf('.', host - 1)));
            case IdentifierType.Email:
                int dot = Math.Max(folded.LastIndexOf('.'), Math.Max(folded.LastIndexOf('点'), folded.LastIndexOf(' ')));
                return (0, dot > 0 ? dot : folded.Length);
            case IdentifierType.Plate:
                return (folded.Length > 2 && Characters.IsHan(folded[0]) ? 2 : 0, folded.Length);
            case IdentifierType.Passport:
                return (char.IsAsciiLetter(folded[0]) ? 1 : 0, folded.Length);
            case IdentifierType.BankCard:
                return (4, folded.Length);
            default:
                return (0, folded.Length);
        }
    }

    private static bool IsSpokenSign(FoldedText text, IdentifierSpan span, int place)
    {
        if (span.Type != IdentifierType.Email || !char.IsAsciiLetter(text[place]))
            return false;
        foreach (string sign in (ReadOnlySpan<string>)["at", "dot", "underscore", "dash", "hyphen"])
        {
            for (int offset = 0; offset < sign.Length; offset++)
            {
                if (place - offset > span.Start && text.HasWord(place - offset, sign))
                    return true;
            }
        }

        return false;
    }
}
