using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Accounts;

/// <summary>Finds identifiers of letters and digits: IBANs, passports, identity numbers with a letter, licence plates.</summary>
internal static class CodeScanner
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string PlateEnds = "挂学警港澳使领";
    private const int LongestCode = 42;
    private static readonly System.Buffers.SearchValues<char> s_alike = System.Buffers.SearchValues.Create("0123456789OolI");

    /// <summary>Claims the codes of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsAsciiLetter(text[index + 1]) && Provinces.Contains(text[index], StringComparison.Ordinal) && Plate(text, index) is > 0 and var plate)
                findings.TryAdd(index, plate, IdentifierType.Plate);
            else if (char.IsAsciiLetterOrDigit(text[index]) && !Characters.IsWord(text[index - 1]))
                Code(text, index, findings);
        }
    }

    /// <summary>A Chinese plate: province, authority's letter, five or six characters with at least two digits.</summary>
    private static int Plate(FoldedText text, int start)
    {
        int index = start + 1;
        if (!char.IsAsciiLetter(text[index]) || text[index] is 'I' or 'O')
            return -1;
        index++;
        while (text[index] is '·' or '•' or ' ' or '-' or '.' && index < start + 4)
            index++;
        int count = 0, digits = 0;
        while (count < 6 && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '*'))
        {
            digits += char.IsAsciiLetter(text[index]) ? 0 : 1;
            count++;
            index++;
        }

        bool ended = PlateEnds.Contains(text[index], StringComparison.Ordinal);
        if (ended && count is 4 or 5)
            return index + 1;
        return count is 5 or 6 && digits >= 2 && !char.IsAsciiLetterOrDigit(text[index]) ? index : -1;
    }

    private static void Code(FoldedText text, int start, Findings findings)
    {
        int end = start, letters = 0, digits = 0;
        while (end - start < LongestCode && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '-' && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            letters += char.IsAsciiLetter(text[end]) ? 1 : 0;
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            end++;
        }

        if (Iban(text, start) is > 0 and var iban)
            findings.TryAdd(start, iban, IdentifierType.BankCard);
        else if (letters > 0 && IsDisguised(text.Cased.AsSpan(start, end - start), letters))
            findings.TryAdd(start, end, IdentifierType.Phone);
        else if (letters > 0 && digits >= 2 && Type(text, start, end, letters, digits) is { } type)
            findings.TryAdd(start, type == IdentifierType.IdCard && text[end] == '(' && text[end + 2] == ')' ? end + 3 : end, type);
        else if (PlateInTwo(text, start, end) is > 0 and var plate && Clues.Nearest(text.Lower, start) == Clue.Plate)
            findings.TryAdd(start, plate, IdentifierType.Plate);
        else if (letters is 1 or 2 && digits <= 4 && NationalInsurance(text, start) is > 0 and var insured)
            findings.TryAdd(start, insured, IdentifierType.IdCard);
    }

    // l38O1234567: a mobile number with letters that look like digits.
    private static bool IsDisguised(ReadOnlySpan<char> code, int letters) =>
        code.Length == 11 && letters <= 5 && code[0] is '1' or 'l' or 'I' && code[1] is >= '3' and <= '9' && code[1..].IndexOfAnyExcept(s_alike) < 0;

    // AB26 CDE, KLM 1234: a plate in two pieces, letters and digits in either.
    private static int PlateInTwo(FoldedText text, int start, int end)
    {
        int second = end + 1;
        if (text[end] is not (' ' or '-') || !char.IsAsciiLetterUpper(text[start]) || !char.IsAsciiLetterOrDigit(text[second]))
            return -1;
        int last = second;
        while (char.IsAsciiLetterUpper(text[last]) || char.IsAsciiDigit(text[last]))
            last++;
        bool digits = text.Cased.AsSpan(start, last - start).IndexOfAnyInRange('0', '9') >= 0;
        return digits && end - start is >= 1 and <= 4 && last - second is >= 2 and <= 5 && !Characters.IsWord(text[last]) ? last : -1;
    }

    private static IdentifierType? Type(FoldedText text, int start, int end, int letters, int digits)
    {
        string code = text.Cased[start..end];
        bool leading = char.IsAsciiLetter(code[0]);
        if (code.Length == 10 && leading && letters == 1 && code[1] is '1' or '2' or '8' or '9' && digits == 9 && Checksums.TaiwanIdentity(code) == code[9])
            return IdentifierType.IdCard;
        if (code.Length == 7 && char.IsAsciiLetterUpper(code[0]) && digits == 6 && text[end] == '(' && text[end + 2] == ')')
            return IdentifierType.IdCard;
        Clue clue = Clues.Nearest(text.Lower, start);
        if (code.Length == 9 && char.IsAsciiLetterUpper(code[0]) && ((letters == 1 && "EGDSPHKM".Contains(code[0], StringComparison.Ordinal)) || (letters == 2 && code[0] == 'E' && char.IsAsciiLetterUpper(code[1]))) && clue is not Clue.Business)
            return clue == Clue.Identity ? IdentifierType.IdCard : IdentifierType.Passport;
        if (code.Length == 9 && letters == 3 && char.IsAsciiLetter(code[8]) && char.IsAsciiLetter(code[1]) && code[2..8].All(char.IsAsciiDigit) && code[..2].All(char.IsAsciiLetterUpper))
            return IdentifierType.IdCard;
        if (code.StartsWith("MRN", StringComparison.OrdinalIgnoreCase) && digits >= 4)
            return IdentifierType.IdCard;
        return code.Length is < 5 or > 20 ? null : clue switch
        {
            Clue.Passport when digits >= 4 => IdentifierType.Passport,
            Clue.Identity when digits >= 3 => IdentifierType.IdCard,
            Clue.Plate when code.Length <= 9 => IdentifierType.Plate,
            _ => null,
        };
    }

    private static int Iban(FoldedText text, int start)
    {
        if (!char.IsAsciiLetter(text[start]) || !char.IsAsciiLetter(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]) || !char.IsAsciiDigit(text[start + 3]))
            return -1;
        Span<char> iban = stackalloc char[34];
        int count = 0, valid = -1, index = start;
        while (count < 34 && index < text.Length)
        {
            char character = text[index++];
            if (character is ' ' or '-' && count % 4 == 0 && count > 0 && text[index - 2] is not (' ' or '-'))
                continue;
            if (!char.IsAsciiLetterOrDigit(character))
                break;
            iban[count++] = character;
            if (count >= 15 && !char.IsAsciiLetterOrDigit(text[index]) && Checksums.Iban(iban[..count]) == 1)
                valid = index;
        }

        return valid;
    }

    /// <summary>A British national insurance number with blanks: AB 12 34 56 C.</summary>
    private static int NationalInsurance(FoldedText text, int start)
    {
        int index = start;
        foreach (bool letter in (ReadOnlySpan<bool>)[true, true, false, false, false, false, false, false, true])
        {
            if (text[index] == ' ' && index > start)
                index++;
            if (letter ? !char.IsAsciiLetterUpper(text[index]) : !char.IsAsciiDigit(text[index]))
                return -1;
            index++;
        }

        return Characters.IsWord(text[index]) ? -1 : index;
    }
}
