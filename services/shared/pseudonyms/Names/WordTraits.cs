namespace DialInsight.Pseudonyms.Names;

/// <summary>What is known of a word of Latin letters.</summary>
[Flags]
internal enum WordTraits
{
    /// <summary>The word is in no list.</summary>
    None = 0,

    /// <summary>Among the commonest ten thousand of a dictionary.</summary>
    Common = 1 << 0,

    /// <summary>In every dictionary.</summary>
    Plain = 1 << 1,

    /// <summary>In larger dictionaries.</summary>
    Rare = 1 << 2,

    /// <summary>A given name.</summary>
    First = 1 << 3,

    /// <summary>A surname.</summary>
    Last = 1 << 4,

    /// <summary>Written with a capital, most often a person's name.</summary>
    Proper = 1 << 5,

    /// <summary>Written with a capital in a dictionary: a place, a people, a maker.</summary>
    Upper = 1 << 6,

    /// <summary>No part of a name, whatever its capital.</summary>
    NoName = 1 << 7,

    /// <summary>A given name that is more often a word.</summary>
    Ambiguous = 1 << 8,

    /// <summary>A place, a people, a maker.</summary>
    Place = 1 << 9,

    /// <summary>Stands in front of a name: Mr, Dr.</summary>
    Title = 1 << 10,

    /// <summary>What people do: said, asked, lives.</summary>
    Deed = 1 << 11,

    /// <summary>Stands in front of a person: friend, with, told.</summary>
    PersonCue = 1 << 12,

    /// <summary>Stands behind the name of an organisation, a street or a thing: Inc, Street, Hotel.</summary>
    Organisation = 1 << 13,

    /// <summary>A small word within names: van, de, bin.</summary>
    Particle = 1 << 14,

    /// <summary>Makes a noun of what follows: a, an, my, this.</summary>
    Determiner = 1 << 15,

    /// <summary>Stands in front of places and things: in, at, on, via.</summary>
    PlaceCue = 1 << 16,

    /// <summary>Among the usual given names.</summary>
    UsualFirst = 1 << 17,

    /// <summary>A verb that people share with things: is, has, will.</summary>
    Auxiliary = 1 << 18,

    /// <summary>The last word of an introduction: name is …, this is ….</summary>
    Introduction = 1 << 19,

    /// <summary>A verb of going: a place follows its "to" or "from".</summary>
    Journey = 1 << 20,

    /// <summary>A month.</summary>
    Month = 1 << 21,

    /// <summary>A given name that few bear.</summary>
    RareFirst = 1 << 22,
}
