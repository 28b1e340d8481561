"""The words of two small reports of our own."""

FIRST = "Năm 2023, tổng thu ngân sách trên địa bàn đạt 1.234,5 tỷ đồng, tăng 8,5% so với năm 2022.\nCó 27/30 trường đạt chuẩn quốc gia.\n"
SECOND = "Đến năm 2025, tỷ lệ hộ nghèo còn dưới 0,5%.\n"
