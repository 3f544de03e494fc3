import { type Subdivision, subdivision } from "./subdivision.js";

/**
 * The 31 states and Mexico City (ISO 3166-2:MX) with their zones since the law of October 2022 (IANA tz 2026c). The municipalities along
 * the northern border keep the summer time of the United States, so states on it have two or three zones; Bahía de Banderas in Nayarit keeps
 * the hour of the centre.
 *
 * Area codes are those known to serve the state; where a code reaches over a border, or is said to, both sides list it. One that nobody
 * lists tells no state, and a number of it is from anywhere in the country.
 */
export const MEXICO: readonly Subdivision[] = [
  subdivision("AGU", "Aguascalientes", "Mexico_City", "449 458 465 495 496", "ags"),
  subdivision("BCN", "Baja California", "Tijuana", "615 616 646 658 661 663 664 665 666 686", "bc", "baja california norte"),
  subdivision("BCS", "Baja California Sur", "Mazatlan", "612 613 615 624"),
  subdivision("CAM", "Campeche", "Merida", "913 938 981 982 983 996", "camp"),
  subdivision(
    "CHH",
    "Chihuahua",
    "Chihuahua Ciudad_Juarez Ojinaga",
    "614 621 625 626 627 628 629 635 636 639 648 649 652 656 657 659",
    "chih",
  ),
  subdivision("CHP", "Chiapas", "Mexico_City", "916 917 918 919 932 934 961 962 963 964 965 966 967 968 992 994", "chis"),
  subdivision("CMX", "Ciudad de México", "Mexico_City", "55 56", "cdmx", "df", "dif", "distrito federal", "mexico city", "mexico df"),
  subdivision("COA", "Coahuila", "Monterrey Matamoros", "842 844 861 862 864 866 869 871 872 877 878", "coah", "coahuila de zaragoza"),
  subdivision("COL", "Colima", "Mexico_City", "312 313 314 318"),
  subdivision("DUR", "Durango", "Monterrey", "618 629 649 671 674 675 676 677 871 872", "dgo"),
  subdivision("GRO", "Guerrero", "Mexico_City", "727 732 733 736 741 742 744 745 747 754 755 756 757 758 762 767 781"),
  subdivision(
    "GUA",
    "Guanajuato",
    "Mexico_City",
    "352 411 412 413 415 417 418 419 421 428 429 432 442 445 456 461 462 464 466 468 469 472 473 476 477 479",
    "gto",
  ),
  subdivision("HID", "Hidalgo", "Mexico_City", "738 743 746 748 759 761 763 764 771 772 773 774 775 776 778 779 789 791", "hgo"),
  subdivision(
    "JAL",
    "Jalisco",
    "Mexico_City",
    "315 316 317 318 321 322 326 329 33 341 342 343 344 345 346 347 348 349 354 357 358 371 372 373 374 375 376 377 378 379 382 384 385 386 387 388 391 392 393 395 424 431 437 457 474 475 495 496 499",
  ),
  subdivision(
    "MEX",
    "México",
    "Mexico_City",
    "427 55 56 586 587 588 589 591 592 593 594 595 596 597 599 711 712 713 714 716 717 718 719 721 722 723 724 725 726 728 729 743 751 761",
    "edomex",
    "edo mex",
    "edo de mexico",
    "estado de mexico",
    "em",
  ),
  subdivision(
    "MIC",
    "Michoacán",
    "Mexico_City",
    "328 351 352 353 354 355 356 379 381 383 393 394 421 422 423 424 425 426 434 435 436 438 443 447 451 452 453 454 455 459 471 711 715 753 786",
    "mich",
    "michoacan de ocampo",
  ),
  subdivision("MOR", "Morelos", "Mexico_City", "731 734 735 737 739 751 752 769 777"),
  subdivision("NAY", "Nayarit", "Mazatlan Bahia_Banderas", "311 319 322 323 324 325 327 329 389"),
  subdivision("NLE", "Nuevo León", "Monterrey Matamoros", "488 81 821 823 824 825 826 827 828 829 867 873 892", "nl"),
  subdivision("OAX", "Oaxaca", "Mexico_City", "236 274 281 287 757 951 953 954 958 971 972 994 995"),
  subdivision(
    "PUE",
    "Puebla",
    "Mexico_City",
    "221 222 223 224 226 227 231 232 233 236 237 238 243 244 245 248 249 274 275 276 282 746 764 776 797 953",
  ),
  subdivision("QUE", "Querétaro", "Mexico_City", "414 419 427 441 442 446 448 487 761", "qro", "queretaro de arteaga"),
  subdivision("ROO", "Quintana Roo", "Cancun", "983 984 985 986 987 997 998", "qroo", "q roo"),
  subdivision("SIN", "Sinaloa", "Mazatlan", "667 668 669 672 673 687 694 695 696 697 698"),
  subdivision("SLP", "San Luis Potosí", "Mexico_City", "444 481 482 483 485 486 487 488 489 496 845"),
  subdivision("SON", "Sonora", "Hermosillo", "622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662"),
  subdivision("TAB", "Tabasco", "Mexico_City", "913 914 917 923 932 933 934 936 937 982 993"),
  subdivision("TAM", "Tamaulipas", "Monterrey Matamoros", "481 831 832 833 834 835 836 841 846 867 868 873 891 892 894 897 899", "tamps"),
  subdivision("TLA", "Tlaxcala", "Mexico_City", "222 223 241 246 247 248 276 748 749", "tlax"),
  subdivision(
    "VER",
    "Veracruz",
    "Mexico_City",
    "225 226 228 229 231 232 235 271 272 273 274 278 279 282 283 284 285 287 288 294 296 297 489 746 765 766 768 782 783 784 785 789 833 845 846 921 922 923 924",
    "veracruz de ignacio de la llave",
  ),
  subdivision("YUC", "Yucatán", "Merida", "969 985 986 988 991 996 997 999"),
  subdivision("ZAC", "Zacatecas", "Mexico_City", "346 433 437 457 458 463 467 478 492 493 494 496 498 499 842"),
];
