using System.Net;
using System.Net.Sockets;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Accounts;

/// <summary>Finds web, e-mail and IP addresses as they are written.</summary>
internal static class WebScanner
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 45;

    /// <summary>Claims the addresses of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length; index++)
        {
            switch (text.Lower[index])
            {
                case 'h' or 'w' or 'f' when UrlEnd(text, index) is > 0 and var end:
                    findings.TryAdd(index, end, IdentifierType.Url);
                    index = end - 1;
                    break;
                case '@':
                    Email(text, index, findings);
                    break;
            }
        }

        Addresses(text, findings);
    }

    private static int UrlEnd(FoldedText text, int start)
    {
        if (start > 0 && Characters.IsWord(text[start - 1]))
            return -1;
        foreach (string scheme in (ReadOnlySpan<string>)["http://", "https://", "ftp://", "www."])
        {
            if (!text.Says(start, scheme))
                continue;
            int end = start + scheme.Length;
            while (end < text.Length && IsUrlCharacter(text[end]))
                end++;
            while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'' or ']')
                end--;
            return end > start + scheme.Length + 2 ? end : -1;
        }

        return -1;
    }

    private static bool IsUrlCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "-._~:/?#[]@!$&'()*+,;=%".Contains(character, StringComparison.Ordinal);

    private static void Email(FoldedText text, int at, Findings findings)
    {
        int start = at, end = at + 1;
        while (start > 0 && at - start < LongestLocalPart && IsLocal(text[start - 1]))
            start--;
        while (start < at && text[start] is '.' or '-' or '\'' or '/')
            start++;
        bool dot = false;
        while (end < text.Length && end - at < 255 && (IsHost(text[end]) || (text[end] == '.' && IsHost(text[end + 1]))))
        {
            dot |= text[end] == '.';
            end++;
        }

        while (end > at && text[end - 1] is '-' or '_')
            end--;
        if (start < at && dot)
            findings.TryAdd(start, end, IdentifierType.Email);
    }

    private static bool IsLocal(char character) => Characters.IsWord(character) || character is '.' or '+' or '-' or '%' or '\'' or '*' or '&' or '/';

    private static bool IsHost(char character) => Characters.IsWord(character) || character is '-' or '*';

    private static void Addresses(FoldedText text, Findings findings)
    {
        for (int start = 0; start < text.Length;)
        {
            if (!IsAddressCharacter(text[start]))
            {
                start++;
                continue;
            }

            int end = start;
            int dots = 0, colons = 0;
            while (end < text.Length && IsAddressCharacter(text[end]))
            {
                dots += text[end] == '.' ? 1 : 0;
                colons += text[end] == ':' ? 1 : 0;
                end++;
            }

            if ((dots >= 3 || colons >= 2) && !Characters.IsLatin(text[end]) && (start == 0 || !Characters.IsLatin(text[start - 1])))
                Address(text, start, end, findings);
            start = end;
        }
    }

    private static void Address(FoldedText text, int start, int end, Findings findings)
    {
        while (end > start && text[end - 1] is '.' or ':' && !(text[end - 1] == ':' && text[end - 2] == ':'))
            end--;
        while (start < end && (text[start] is '.' || (text[start] == ':' && text[start + 1] != ':')))
            start++;
        if (end - start > LongestAddress)
            return;
        ReadOnlySpan<char> candidate = text.Cased.AsSpan(start, end - start);
        int port = candidate.Count(':') == 1 ? candidate.IndexOf(':') : -1;
        if (port > 0)
            candidate = candidate[..port];
        if (IPAddress.TryParse(candidate, out IPAddress? address)
            && (address.AddressFamily == AddressFamily.InterNetworkV6 ? candidate.Count(':') >= 3 || candidate.Length > 6 : candidate.Count('.') == 3))
        {
            findings.TryAdd(start, start + candidate.Length, IdentifierType.Ip);
        }
    }

    private static bool IsAddressCharacter(char character) => char.IsAsciiHexDigit(character) || character is '.' or ':';
}
